import { Box } from '@mui/material';
import DoneIcon from '@mui/icons-material/CheckOutlined';
import { useMessages } from '../i18n/index.ts';
import { imports } from './imports.messages.ts';

export const STEPS = ['file', 'mapping', 'preview', 'apply', 'done'] as const;
export type Step = (typeof STEPS)[number];

/** Where one is in the import. On a phone one line of words, on a desk all steps. */
export function ImportSteps({ step }: { step: Step }) {
  const t = useMessages(imports);
  const at = STEPS.indexOf(step);
  return (
    <>
      <Box sx={{ display: { xs: 'block', sm: 'none' }, mb: 2, fontSize: 13, color: 'text.secondary' }}>
        {t('stepNow', { now: at + 1, all: STEPS.length, name: t(`step.${step}`) })}
      </Box>
      <Box component="ol" aria-label={t('steps')} sx={{ display: { xs: 'none', sm: 'flex' }, gap: 1, m: 0, mb: 3, p: 0, listStyle: 'none', maxWidth: 760 }}>
        {STEPS.map((each, index) => {
          const done = index < at || step === 'done';
          const now = index === at && !done;
          return (
            <Box component="li" key={each} aria-current={index === at ? 'step' : undefined} sx={{ display: 'flex', alignItems: 'center', gap: 1, flex: index < STEPS.length - 1 ? 1 : 'none', color: done || now ? 'text.primary' : 'own.faint' }}>
              <Box
                component="span"
                aria-hidden
                sx={{
                  width: 22, height: 22, borderRadius: '50%', flex: 'none', fontSize: 12, display: 'inline-flex', alignItems: 'center', justifyContent: 'center',
                  border: 1, borderColor: done || now ? 'primary.main' : 'own.lineStrong', bgcolor: now ? 'primary.main' : 'transparent',
                  color: now ? 'primary.contrastText' : done ? 'primary.main' : 'own.faint',
                }}
              >
                {done ? <DoneIcon sx={{ fontSize: 14 }} /> : index + 1}
              </Box>
              <Box component="span" sx={{ whiteSpace: 'nowrap', fontWeight: now ? 600 : 400 }}>{t(`step.${each}`)}</Box>
              {index < STEPS.length - 1 && <Box aria-hidden sx={{ flex: 1, minWidth: 12, height: '1px', bgcolor: 'divider' }} />}
            </Box>
          );
        })}
      </Box>
    </>
  );
}
