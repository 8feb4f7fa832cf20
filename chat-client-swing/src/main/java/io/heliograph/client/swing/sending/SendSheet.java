package io.heliograph.client.swing.sending;

import io.heliograph.client.core.Target;
import java.util.List;

/** Shows what is about to be sent and asks whether it is meant. Event dispatch thread only. */
interface SendSheet {
    /** What the user answers; one of the two, once. */
    interface Answer {
        void onSend(String caption, boolean smaller);

        void onCancel();
    }

    void show(Target where, List<Parcel> parcels, Answer answer);
}
