package io.heliograph.client.swing.theme;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes the sign of the program to a file, for those who package it: {@code AppIconFile FILE.png}. */
public final class AppIconFile {
    private static final int SIZE = 512;

    private AppIconFile() {}

    /** Takes the name of the file. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: AppIconFile FILE.png");
        }
        ImageIO.write(AppIcon.image(SIZE), "png", Path.of(args[0]).toFile());
    }
}
