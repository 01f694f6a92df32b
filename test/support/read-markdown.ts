/** A fenced block of a Markdown text, and the `text` block that stands right behind it as its output. */
export interface Block {
  readonly line: number;
  readonly language: string;
  readonly code: string;
  readonly output: string | null;
}

const FENCE = /^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm;

/** The fenced blocks of a text in their order; a `text` block with nothing but blank lines before it is the output of the block above. */
export function readBlocks(markdown: string): Block[] {
  const fences = [...markdown.matchAll(FENCE)];
  return fences.map((fence, i) => {
    const next = fences[i + 1];
    const between = next && markdown.slice(fence.index + fence[0].length, next.index);
    const isOutput = next?.[1] === "text" && between?.trim() === "";
    return {
      line: markdown.slice(0, fence.index).split("\n").length,
      language: fence[1]!,
      code: fence[2]!,
      output: isOutput ? next[2]! : null,
    };
  });
}
