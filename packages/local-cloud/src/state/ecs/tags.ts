/** What ECS refuses in the tags of anything: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html */
import { invalid } from './invalid.ts';

export function checkTags(tags: readonly { key?: string | undefined; value?: string | undefined }[] = []): void {
  if (tags.length > 50) throw invalid('The number of tags must not be more than 50.');
  const keys = tags.map(({ key }) => key ?? '');
  if (new Set(keys).size < keys.length) throw invalid('Duplicate tag keys found.');
  for (const { key = '', value = '' } of tags) {
    if (key.length < 1 || key.length > 128) throw invalid('The tag key must have a length between 1 and 128.');
    if (value.length > 256) throw invalid('The tag value must have a length of at most 256.');
    if (/^aws:/i.test(key)) throw invalid('Tag keys must not begin with aws:, which is reserved.');
    if (![key, value].every((text) => /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(text)))
      throw invalid('Tags may hold letters, numbers, spaces and _ . : / = + - @.');
  }
}
