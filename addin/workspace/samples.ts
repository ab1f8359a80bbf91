import * as z from 'zod/mini';

const sample = z.object({
  file: z.string(),
  title: z.string(),
  about: z.string(),
  surface: z.enum(['document', 'mail-read', 'mail-compose']),
});
/** An example that comes with Amtsfeder. */
export type Sample = z.infer<typeof sample>;

/** The list of the examples; empty where it cannot be had, for the page works without. */
export async function fetchSamples(fetcher: typeof fetch): Promise<Sample[]> {
  try {
    const response = await fetcher('samples/index.json');
    const read = z.array(sample).safeParse(await response.json());
    return response.ok && read.success ? read.data : [];
  } catch {
    return [];
  }
}

/** An example as a file; null where it cannot be had. */
export async function fetchSample({ file }: Sample, fetcher: typeof fetch): Promise<File | null> {
  try {
    const response = await fetcher(`samples/${encodeURIComponent(file)}`);
    return response.ok ? new File([await response.blob()], file) : null;
  } catch {
    return null;
  }
}
