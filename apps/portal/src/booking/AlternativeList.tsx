import { Box, ButtonBase, Typography } from '@mui/material';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import type { AlternativeDetailsFragment } from './booking.generated.ts';
import { bookingTexts } from './booking.messages.ts';

interface Props {
  alternatives: readonly AlternativeDetailsFragment[];
  onTake: (alternative: AlternativeDetailsFragment) => void;
  disabled?: boolean;
}

interface Named {
  name: string;
  code: string | null;
}

/** Units of one make share their name; the code tells them apart, and which of them it would be. */
function called(original: Named, substitute: Named): { original: string; substitute: string } {
  const full = ({ name, code }: Named) => (code ? `${name} ${code}` : name);
  return { original: original.name === substitute.name ? full(original) : original.name, substitute: full(substitute) };
}

/** What would work instead; one click takes one. */
export function AlternativeList({ alternatives, onTake, disabled }: Props) {
  const t = useMessages(bookingTexts);
  const format = useFormat();
  if (alternatives.length === 0) {
    return <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('noAlternatives')}</Typography>;
  }
  return (
    <Box component="ul" aria-label={t('alternatives')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75 }}>
      {alternatives.map((alternative, index) => {
        const swaps = alternative.replacements.map(({ original, substitute, sameModel }) => ({
          words: t('replace', called(original, substitute)),
          remark: [substitute.owner.shortName, t(sameModel ? 'sameModel' : 'sameKind')].join(' · '),
        }));
        return (
          <li key={index}>
            <ButtonBase
              disabled={disabled ?? false}
              onClick={() => onTake(alternative)}
              sx={{
                width: '100%', textAlign: 'start', justifyContent: 'space-between', gap: 1.5, px: 1.5, py: 0.75, borderRadius: '6px',
                border: 1, borderColor: 'own.line', bgcolor: 'background.paper', fontSize: 14,
                '&:hover, &:focus-visible': { borderColor: 'primary.main', bgcolor: 'own.surface.selected' },
              }}
            >
              <Box sx={{ minWidth: 0 }}>
                <Box sx={{ fontWeight: 500 }}>
                  {alternative.kind === 'TIME' ? format.range(alternative.startsAt, alternative.endsAt) : swaps.map(({ words }) => words).join(format.language === 'en' ? '; ' : '；')}
                </Box>
                <Typography variant="caption" component="div" sx={{ color: 'own.faint' }}>
                  {alternative.kind === 'TIME' ? t('otherTime') : [t('otherResource'), ...swaps.map(({ remark }) => remark)].join(' · ')}
                </Typography>
              </Box>
              <Box component="span" sx={{ flex: 'none', color: 'primary.main', fontSize: 13 }}>{t('take')}</Box>
            </ButtonBase>
          </li>
        );
      })}
    </Box>
  );
}
