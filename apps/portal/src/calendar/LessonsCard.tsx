import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { EmptyState, useFormat } from '@gongjian/ui';
import { Card } from '../home/Card.tsx';
import { useMessages } from '../i18n/index.ts';
import type { LessonTimetablePartsFragment } from './calendar.generated.ts';
import { calendarTexts } from './calendar.messages.ts';
import { lessonName } from './days.ts';
import { dayTexts } from './days.messages.ts';
import { TimetableDialog } from './TimetableDialog.tsx';

interface Props {
  own: LessonTimetablePartsFragment | null;
  /** The consortium's, where one looks at an organisation's. */
  common: LessonTimetablePartsFragment | null;
  organisationId: string | null;
  today: string;
  mayKeep: boolean;
}

const cell = { py: 0.5, pr: 2, textAlign: 'left', fontWeight: 400, borderTop: 1, borderColor: 'own.line' } as const;

/** When lessons are, by season. */
export function LessonsCard({ own, common, organisationId, today, mayKeep }: Props) {
  const t = useMessages(calendarTexts);
  const say = useMessages(dayTexts);
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const mine = own && own.seasons.length > 0 ? own : null;
  const seasons = (mine ?? common)?.seasons ?? [];
  const edit = mayKeep && <Button size="small" onClick={() => setEditing(true)}>{t(mine ? 'editLessons' : 'createLessons')}</Button>;
  const sinceText = (since: string) => {
    const [month = 1, day = 1] = since.split('-').map(Number);
    return t('from', { day: format.language === 'zh-CN' ? `${month}月${day}日` : `${day} ${format.month(`${today.slice(0, 4)}-${since.slice(0, 2)}`).replace(/ \d+$/, '')}` });
  };

  return (
    <Card title={t('lessons')} note={!mine && seasons.length > 0 ? t('inheritedLessons') : undefined} action={seasons.length > 0 && edit}>
      {seasons.length === 0 && <EmptyState dense title={t('noLessons')} action={edit}>{t(mayKeep ? 'noLessonsHelp' : 'noneReader')}</EmptyState>}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fit, minmax(200px, 1fr))' } }}>
        {seasons.map(({ name, since, periods }) => (
          <div key={since}>
            <Typography sx={{ fontSize: 13, fontWeight: 600, mb: 0.5 }}>
              {name} <Box component="span" sx={{ fontWeight: 400, color: 'own.faint' }}>{seasons.length > 1 ? sinceText(since) : t('all')}</Box>
            </Typography>
            <Box component="table" aria-label={name} sx={{ width: '100%', borderCollapse: 'collapse', fontSize: 13 }}>
              <tbody>
                {periods.map((period) => (
                  <tr key={period.first}>
                    <Box component="th" scope="row" sx={cell}>{lessonName(period, say)}</Box>
                    <Box component="td" sx={{ ...cell, fontVariantNumeric: 'tabular-nums' }}>{period.starts}–{period.ends}</Box>
                  </tr>
                ))}
              </tbody>
            </Box>
          </div>
        ))}
      </Box>
      {editing && <TimetableDialog timetable={own} template={mine ?? common} organisationId={organisationId} onClose={() => setEditing(false)} />}
    </Card>
  );
}
