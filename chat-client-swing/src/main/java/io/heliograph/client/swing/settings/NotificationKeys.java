package io.heliograph.client.swing.settings;

/** What the choices about notifications are kept under, and what holds before others are made. */
public final class NotificationKeys {
    /** {@code all}, {@code mentions} or {@code none}. */
    public static final String LEVEL = "notify.level";

    /** {@code no}: without what was said. */
    public static final String TEXT = "notify.text";

    /** {@code no}, {@code chime}, or {@code yes} for the beep of the system, which is older than the chime. */
    public static final String SOUND = "notify.sound";

    /** Words that count as the user's name, with commas between them. */
    public static final String WORDS = "notify.words";

    /** {@code yes}: between {@link #QUIET_FROM} and {@link #QUIET_TO} nothing is told. */
    public static final String QUIET = "notify.quiet";

    /** {@code HH:MM}, local time. */
    public static final String QUIET_FROM = "notify.quietFrom";

    /** {@code HH:MM}, local time; before {@link #QUIET_FROM} it is that of the next day. */
    public static final String QUIET_TO = "notify.quietTo";

    public static final String USUAL_QUIET_FROM = "22:00";
    public static final String USUAL_QUIET_TO = "07:00";

    private NotificationKeys() {}
}
