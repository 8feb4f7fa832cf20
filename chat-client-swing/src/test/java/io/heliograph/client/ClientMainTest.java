package io.heliograph.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClientMainTest {
    @Test
    void badUsageIsTwo() {
        assertEquals(2, ClientMain.run("--bogus"));
        assertEquals(2, ClientMain.run("--light", "--dark"));
        assertEquals(2, ClientMain.run("--nogui"));
        assertEquals(2, ClientMain.run("--nogui", "--server", "relay:0"));
    }

    @Test
    void versionAndHelpAreAnswered() {
        assertEquals(0, ClientMain.run("--version"));
        assertEquals(0, ClientMain.run("--help"));
    }
}
