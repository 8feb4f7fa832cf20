package io.heliograph.client.swing.compose;

/** Before somebody listens. */
final class NoGestures implements ComposerPanel.Gestures {
    @Override
    public void onTextChanged() {}

    @Override
    public void onSend() {}

    @Override
    public void onEditLast() {}

    @Override
    public void onRecall(boolean older) {}

    @Override
    public void onTake(Completion completion, Candidate candidate) {}

    @Override
    public void onTooLong() {}

    @Override
    public void onEscape() {}
}
