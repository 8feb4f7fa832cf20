package io.heliograph.client.core.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The files of this machine until so many octets are written; every other call costs one. Then nothing works. */
final class DyingFiles implements LogFiles {
    private final DiskFiles disk = new DiskFiles();
    private int budget;
    private boolean dead;

    DyingFiles(int budget) {
        this.budget = budget;
    }

    boolean isDead() {
        return dead;
    }

    /** Somebody has made room. */
    void revive() {
        dead = false;
        budget = Integer.MAX_VALUE;
    }

    @Override
    public LogFile create(Path file) throws IOException {
        pay(1);
        return new DyingFile(disk.create(file));
    }

    @Override
    public LogFile append(Path file) throws IOException {
        pay(1);
        return new DyingFile(disk.append(file));
    }

    @Override
    public void moveInto(Path fresh, Path file) throws IOException {
        pay(1);
        disk.moveInto(fresh, file);
    }

    private int pay(int wanted) throws IOException {
        int paid = dead ? 0 : Math.min(wanted, budget);
        budget -= paid;
        if (paid < wanted) {
            dead = true;
        }
        if (paid == 0 && wanted > 0) {
            throw new IOException("the disk has died");
        }
        return paid;
    }

    private final class DyingFile implements LogFile {
        private final LogFile file;

        DyingFile(LogFile file) {
            this.file = file;
        }

        @Override
        public void write(byte[] octets) throws IOException {
            int paid = pay(octets.length);
            file.write(Arrays.copyOf(octets, paid));
            if (paid < octets.length) {
                throw new IOException("the disk has died while writing");
            }
        }

        @Override
        public void truncate(long lengthBytes) throws IOException {
            pay(1);
            file.truncate(lengthBytes);
        }

        @Override
        public void force() throws IOException {
            pay(1);
            file.force();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
