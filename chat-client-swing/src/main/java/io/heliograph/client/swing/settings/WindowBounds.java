package io.heliograph.client.swing.settings;

/**
 * Where a window is, in pixels before scaling by the system.
 *
 * @param maximised the other numbers are those of the window when it is not
 */
public record WindowBounds(int x, int y, int width, int height, boolean maximised) {
    public static final int MIN_WIDTH = 720;
    public static final int MIN_HEIGHT = 520;
    public static final int DEFAULT_WIDTH = 1_240;
    public static final int DEFAULT_HEIGHT = 860;

    /** So much of the title must stay on the screen that the window can be caught. */
    private static final int MIN_VISIBLE = 80;

    /** In the middle of a screen, no larger than it. */
    public static WindowBounds centredOn(int screenX, int screenY, int screenWidth, int screenHeight) {
        int width = Math.min(DEFAULT_WIDTH, screenWidth);
        int height = Math.min(DEFAULT_HEIGHT, screenHeight);
        return new WindowBounds(
                screenX + (screenWidth - width) / 2, screenY + (screenHeight - height) / 2, width, height, false);
    }

    /** The same, moved and cut so that it can be reached on a screen that may be another than before. */
    public WindowBounds clampedTo(int screenX, int screenY, int screenWidth, int screenHeight) {
        int fittingWidth = Math.max(Math.min(MIN_WIDTH, screenWidth), Math.min(width, screenWidth));
        int fittingHeight = Math.max(Math.min(MIN_HEIGHT, screenHeight), Math.min(height, screenHeight));
        int left = Math.max(screenX + MIN_VISIBLE - fittingWidth, Math.min(x, screenX + screenWidth - MIN_VISIBLE));
        int top = Math.max(screenY, Math.min(y, screenY + screenHeight - MIN_VISIBLE));
        return new WindowBounds(left, top, fittingWidth, fittingHeight, maximised);
    }
}
