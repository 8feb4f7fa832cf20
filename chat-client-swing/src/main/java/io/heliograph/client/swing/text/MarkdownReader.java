package io.heliograph.client.swing.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Markdown of a message: bold, italic, struck out, code, quotes and links. Headings, lists and HTML stay what
 * was typed; pictures become links, so that nothing is fetched by looking at a message.
 *
 * <p>Immutable.
 */
public final class MarkdownReader {
    /** Deeper nesting is shown as typed. */
    private static final int MAX_NESTING = 12;

    private final Parser parser = Parser.builder()
            .extensions(List.of(
                    StrikethroughExtension.builder().requireTwoTildes(true).build()))
            .enabledBlockTypes(Set.of(FencedCodeBlock.class, BlockQuote.class))
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_NESTING)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    /** {@code text} has to be safe to show. */
    public StyledText read(String text) {
        if (text.isBlank()) {
            return new StyledText(List.of());
        }
        Blocks blocks = new Blocks(text);
        for (Node block = parser.parse(text).getFirstChild(); block != null; block = block.getNext()) {
            addBlock(block, TextBlock.Kind.TEXT, blocks);
        }
        return blocks.finish();
    }

    private static void addBlock(Node block, TextBlock.Kind kind, Blocks blocks) {
        blocks.begin(block, block instanceof FencedCodeBlock ? TextBlock.Kind.CODE : kind);
        if (block instanceof FencedCodeBlock code) {
            blocks.add(code.getLiteral().stripTrailing(), RunStyle.PLAIN.withCode());
        } else if (block instanceof BlockQuote) {
            for (Node inner = block.getFirstChild(); inner != null; inner = inner.getNext()) {
                addBlock(inner, TextBlock.Kind.QUOTE, blocks);
            }
        } else if (block instanceof LinkReferenceDefinition) {
            blocks.add(blocks.source(block), RunStyle.PLAIN);
        } else {
            addInlines(block, RunStyle.PLAIN, blocks);
        }
    }

    private static void addInlines(Node parent, RunStyle style, Blocks blocks) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text text) {
                blocks.add(text.getLiteral(), style);
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                blocks.add("\n", style);
            } else if (node instanceof Code code) {
                blocks.add(code.getLiteral(), style.withCode());
            } else if (node instanceof HtmlInline html) {
                blocks.add(html.getLiteral(), style);
            } else if (node instanceof Link link) {
                addLink(link, link.getDestination(), style, blocks);
            } else if (node instanceof Image image) {
                addLink(image, image.getDestination(), style, blocks);
            } else {
                addInlines(node, inside(node, style), blocks);
            }
        }
    }

    /** What leads where a press must not go is shown with its destination, so that nothing is hidden. */
    private static void addLink(Node link, String destination, RunStyle style, Blocks blocks) {
        if (SafeLink.isSafe(destination)) {
            RunStyle linked = style.withLink(destination);
            if (link.getFirstChild() == null) {
                blocks.add(destination, linked);
            }
            addInlines(link, linked, blocks);
        } else {
            addInlines(link, style, blocks);
            blocks.add(" (" + destination + ")", style);
        }
    }

    private static RunStyle inside(Node node, RunStyle style) {
        if (node instanceof StrongEmphasis) {
            return style.withBold();
        } else if (node instanceof Emphasis) {
            return style.withItalic();
        }
        return node instanceof Strikethrough ? style.withStruck() : style;
    }

    /** Collects blocks; text after text is one block, with the empty lines that were typed between. */
    private static final class Blocks {
        private final String source;
        private final List<TextBlock> done = new ArrayList<>();
        private final List<StyledRun> runs = new ArrayList<>();
        private TextBlock.@Nullable Kind kind;
        private int lastLine = -1;

        Blocks(String source) {
            this.source = source;
        }

        void begin(Node block, TextBlock.Kind next) {
            List<SourceSpan> spans = block.getSourceSpans();
            int line = spans.isEmpty() ? lastLine + 1 : spans.get(0).getLineIndex();
            if (block instanceof BlockQuote) {
                return; // the blocks inside it begin by themselves
            }
            if (next == kind && next != TextBlock.Kind.CODE) {
                runs.add(new StyledRun("\n".repeat(Math.max(1, line - lastLine)), RunStyle.PLAIN));
            } else {
                close();
            }
            kind = next;
            lastLine = spans.isEmpty() ? line : spans.get(spans.size() - 1).getLineIndex();
        }

        void add(String text, RunStyle style) {
            if (style.code() || style.link() != null) {
                runs.add(new StyledRun(text, style));
            } else {
                runs.addAll(PlainMarks.split(text, style));
            }
        }

        String source(Node block) {
            StringBuilder text = new StringBuilder();
            for (SourceSpan span : block.getSourceSpans()) {
                int start = span.getInputIndex();
                text.append(text.length() == 0 ? "" : "\n")
                        .append(source, start, Math.min(source.length(), start + span.getLength()));
            }
            return text.toString();
        }

        StyledText finish() {
            close();
            return new StyledText(done);
        }

        private void close() {
            if (kind != null && !runs.isEmpty()) {
                done.add(new TextBlock(kind, runs));
            }
            runs.clear();
        }
    }
}
