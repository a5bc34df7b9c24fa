import { elements } from "./elements.js";

/**
 * An image as the pod writes it (`registry.example.com/app:1.2`), or a prefix of one with a trailing `*`
 * (`registry.example.com/*`). `*` alone is any image.
 */
export type ImagePattern = string;

/**
 * Tells whether an image, exactly as the pod writes it, equals one of the patterns or starts with one that ends in `*`
 * (as Azure's definitions compare them). An absent image is matched by `*` alone.
 */
export function imageMatches(image: string | undefined, patterns: readonly ImagePattern[]): boolean {
  const text = typeof image === "string" ? image : undefined;
  return elements(patterns).some(
    (pattern) => typeof pattern === "string" && (pattern === text || startsWithPrefix(text ?? "", pattern)),
  );
}

function startsWithPrefix(text: string, pattern: string): boolean {
  return pattern.endsWith("*") && text.startsWith(pattern.slice(0, -1));
}
