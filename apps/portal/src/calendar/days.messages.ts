import { defineMessages } from '../i18n/index.ts';

/** The few words of calendars that other pages say too. */
export const dayTexts = defineMessages('days', {
  'zh-CN': {
    off: '休', work: '班',
    offDay: '{{name}}放假', statutoryDay: '{{name}}（法定节假日）', workDay: '{{name}}调休上班', workDayFollows: '{{name}}调休上班，按{{weekday}}上课',
    week: '第{{week}}周', weeks: '第{{first}}–{{last}}周', examWeek: '第{{week}}周（考试）', term: '{{term}} 学期', lessons: '第{{first}}-{{last}}节', lesson: '第{{first}}节',
    bookedOnOffDay: '{{day}}是{{name}}放假，可以预约，请确认对方当天有人值守。',
    bookedOnWorkDay: '{{day}}是调休上班日（{{name}}）。',
    pickLessons: '按节次选择', pickLessonsHelp: '点第一节，再点最后一节，可选连续几节',
  },
  en: {
    off: 'off', work: 'work',
    offDay: '{{name}}, day off', statutoryDay: '{{name}}, statutory holiday', workDay: 'Working day for {{name}}', workDayFollows: 'Working day for {{name}}, with the lessons of {{weekday}}',
    week: 'Week {{week}}', weeks: 'Weeks {{first}}–{{last}}', examWeek: 'Week {{week}} (exams)', term: 'Term {{term}}', lessons: 'Lessons {{first}}-{{last}}', lesson: 'Lesson {{first}}',
    bookedOnOffDay: '{{day}} is a day off ({{name}}). You can book it; make sure that somebody is there.',
    bookedOnWorkDay: '{{day}} is a working day instead of a holiday ({{name}}).',
    pickLessons: 'By lessons', pickLessonsHelp: 'Choose the first and then the last lesson to take several',
  },
});
