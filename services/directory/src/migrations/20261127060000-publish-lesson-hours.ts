import type { Migration } from '@gongjian/platform';

export const publishLessonHours: Migration = {
  name: '20261127060000-publish-lesson-hours',
  up: `
    -- When lessons are, for services that choose times for people. Published.
    create view directory.lesson_hours with (security_invoker = true) as
      select tenant_id, organisation_id, seasons from directory.lesson_timetable;
    grant select on directory.lesson_hours to :app;
  `,
};
