import { fileTypeFromBuffer } from "file-type";
import { imageSize } from "image-size";

export interface BytesDescription {
  readonly type: string;
  readonly width: number | null;
  readonly height: number | null;
}

// Formats that are text have no signature; only these are told apart, by name, and none is ever run by a browser.
const textTypes: Readonly<Record<string, string>> = {
  txt: "text/plain",
  log: "text/plain",
  csv: "text/csv",
  json: "application/json",
  yml: "application/yaml",
  yaml: "application/yaml",
};

/** What bytes are, by the bytes; the name only tells texts apart. */
export async function describeBytes(bytes: Buffer, name: string): Promise<BytesDescription> {
  const found = (await fileTypeFromBuffer(bytes))?.mime;
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const isSvg = extension === "svg" && (found === undefined || found === "application/xml");
  const type = isSvg
    ? "image/svg+xml"
    : (found ?? textTypes[extension] ?? "application/octet-stream");
  return {
    type,
    ...(type.startsWith("image/") ? dimensionsOf(bytes) : { width: null, height: null }),
  };
}

function dimensionsOf(bytes: Buffer): { width: number | null; height: number | null } {
  try {
    const { width, height } = imageSize(bytes);
    return { width: Math.round(width) || null, height: Math.round(height) || null };
  } catch {
    // A damaged picture has no size; it is still a file that can be downloaded.
    return { width: null, height: null };
  }
}
