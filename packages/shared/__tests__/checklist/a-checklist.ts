import type { Checklist } from '#shared/checklist/checklist';

/** Boxes 1 to 4: two of images, one measured by two checks, one signed. */
export const aChecklist: Checklist = {
  schema: 'golive/checklist@1',
  title: 'Production',
  steps: [
    {
      step: 'Images',
      phase: 'before',
      owner: 'devops-lead',
      boxes: [
        { box: 1, text: 'The image is small', measured: [{ check: 'images.size', subject: 'backend' }] },
        { box: 2, text: 'It is proven', measured: [{ check: 'images.size' }, { check: 'images.digest-proven' }] },
      ],
    },
    {
      step: 'People',
      phase: 'release',
      owner: 'project-manager',
      boxes: [
        { box: 3, text: 'The plan was read', signed: 'cto', judgement: 'reading is a person’s act' },
        { box: 4, text: 'It was announced', signed: 'ceo', judgement: 'so is telling' },
      ],
    },
  ],
};
