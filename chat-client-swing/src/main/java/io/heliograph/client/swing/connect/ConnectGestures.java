package io.heliograph.client.swing.connect;

/** What a user does on the way in. Event dispatch thread only. */
public interface ConnectGestures {
    void onConnect(ConnectForm form);

    void onSearch();

    void onGiveUp();

    /** To the conversations that are open elsewhere. */
    void onBack();

    void onTrust(boolean yes);

    /** Wants to know why the server that was tried last cannot be reached. */
    void onCheck();

    /** The operator has confirmed that the server has another identity now. */
    void onReplaceIdentity(String fingerprint);
}
