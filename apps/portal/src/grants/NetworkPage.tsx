import { useMemo, useState } from 'react';
import { Box, Button, Link, Typography, useMediaQuery, useTheme } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, PageHeader, SkeletonPage } from '@gongjian/ui';
import { AgreementStateChip } from '../agreements/AgreementsPage.tsx';
import { useMessages } from '../i18n/index.ts';
import { Panel } from '../shell/Facts.tsx';
import { usePageTitle } from '../shell/usePageTitle.ts';
import { AgreementNetworkDocument } from './grants.generated.ts';
import { grants } from './grants.messages.ts';
import { type Edge, networkOf, type NetworkAgreement, type Node } from './network.ts';

/** Of the picture; on a phone its words stay as large as others. */
const SIZES = { wide: 560, phone: 340 };
const DASHES: Record<Edge['state'], string | undefined> = { IN_FORCE: undefined, COMING: '7 5', SUSPENDED: '1.5 5' };

/** Who has agreements with whom. The picture chooses; the list beside it says the same in words. */
export default function NetworkPage() {
  const t = useMessages(grants);
  const { data, error, refetch } = useQuery(AgreementNetworkDocument);
  usePageTitle(t('network'));
  const phone = useMediaQuery(useTheme().breakpoints.down('sm'));
  const size = phone ? SIZES.phone : SIZES.wide;
  const { nodes, edges } = useMemo(() => networkOf(data?.agreements.nodes ?? [], size), [data, size]);
  const [chosen, setChosen] = useState<Node | Edge>();
  const list = <Button href="/agreements">{t('toList')}</Button>;
  if (error && !data) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonPage />;
  const shown = chosen ? chosen.agreements : [...new Set(edges.flatMap(({ agreements }) => agreements))];
  const title = !chosen ? t('all') : 'from' in chosen ? t('between', { a: chosen.from.shortName, b: chosen.to.shortName }) : t('chosen', { name: chosen.shortName });
  return (
    <>
      <PageHeader title={t('network')} description={t('networkHelp')} actions={list} />
      {nodes.length === 0 ? <EmptyState title={t('networkEmpty')} action={list}>{t('networkEmptyHelp')}</EmptyState> : (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 360px' }, alignItems: 'start' }}>
          <Panel title={t('network')}><Picture size={size} nodes={nodes} edges={edges} chosen={chosen} onChoose={setChosen} /></Panel>
          <Panel title={title}>
            {chosen && <Button size="small" sx={{ mb: 1 }} onClick={() => setChosen(undefined)}>{t('showAll')}</Button>}
            <Agreements agreements={shown} />
          </Panel>
        </Box>
      )}
    </>
  );
}

function Agreements({ agreements }: { agreements: readonly NetworkAgreement[] }) {
  const t = useMessages(grants);
  return (
    <Box component="ul" aria-label={t('table')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {agreements.map(({ id, number, title, state, parties }) => (
        <Box component="li" key={id} sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
          <Link href={`/agreements/${id}`} sx={{ overflowWrap: 'anywhere' }}>{title}</Link> <AgreementStateChip state={state} />
          <Typography variant="caption" sx={{ display: 'block', color: 'own.faint' }}>{[number, parties.map(({ organisation }) => organisation.shortName).join(' — ')].join(' · ')}</Typography>
        </Box>
      ))}
    </Box>
  );
}

interface PictureProps {
  size: number;
  nodes: readonly Node[];
  edges: readonly Edge[];
  chosen: Node | Edge | undefined;
  onChoose: (chosen: Node | Edge) => void;
}

function Picture({ size, nodes, edges, chosen, onChoose }: PictureProps) {
  const t = useMessages(grants);
  const theme = useTheme();
  // By variable, so that it follows the scheme.
  const { palette } = theme.vars ?? theme;
  const faint = (part: Node | Edge) => chosen !== undefined && chosen !== part && !('from' in part ? part.from === chosen || part.to === chosen : 'from' in chosen && (chosen.from === part || chosen.to === part));
  const chooses = (part: Node | Edge, label: string) => ({
    role: 'button',
    tabIndex: 0,
    'aria-label': label,
    'aria-pressed': chosen === part,
    style: { cursor: 'pointer', opacity: faint(part) ? 0.25 : 1 },
    onClick: () => onChoose(part),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onChoose(part);
    },
  });
  return (
    <>
      <Box component="svg" viewBox={`0 0 ${size} ${size}`} role="group" aria-label={t('network')} sx={{ display: 'block', width: '100%', maxWidth: size, mx: 'auto', '& [role=button]:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 2 } }}>
        {edges.map((edge) => (
          <g key={edge.key} {...chooses(edge, t('edge', { a: edge.from.shortName, b: edge.to.shortName, count: edge.agreements.length }))}>
            <line x1={edge.from.x} y1={edge.from.y} x2={edge.to.x} y2={edge.to.y} stroke="transparent" strokeWidth={16} />
            <line className="line" x1={edge.from.x} y1={edge.from.y} x2={edge.to.x} y2={edge.to.y} stroke={chosen === edge ? palette.primary.main : palette.text.secondary} strokeWidth={Math.min(5, 1 + edge.agreements.length)} strokeDasharray={DASHES[edge.state]} strokeLinecap="round" />
          </g>
        ))}
        {nodes.map((node) => (
          <g key={node.id} {...chooses(node, t('node', { seen: [node.agreements.length, node.shortName, node.consortium].filter((each) => each !== null).join(' '), count: node.agreements.length }))}>
            <circle cx={node.x} cy={node.y} r={20} fill={node.consortium ? palette.background.paper : palette.primary.main} stroke={palette.primary.main} strokeWidth={2} />
            <text x={node.x} y={node.y + 5} textAnchor="middle" fontSize={14} fill={node.consortium ? palette.text.primary : palette.primary.contrastText}>{node.agreements.length}</text>
            <text x={node.x} y={node.y + (node.y < size / 2 ? -28 : 38)} textAnchor="middle" fontSize={14} fill={palette.text.primary}>{node.shortName}</text>
            {node.consortium && <text x={node.x} y={node.y + (node.y < size / 2 ? -46 : 56)} textAnchor="middle" fontSize={11} fill={palette.text.secondary}>{node.consortium}</text>}
          </g>
        ))}
      </Box>
      <Box component="ul" sx={{ m: 0, p: 0, mt: 1, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 2, fontSize: 13, color: 'own.faint' }}>
        {(['IN_FORCE', 'COMING', 'SUSPENDED'] as const).map((state) => (
          <li key={state}><svg width={32} height={8} aria-hidden><line x1={2} y1={4} x2={30} y2={4} stroke="currentColor" strokeWidth={2} strokeDasharray={DASHES[state]} /></svg> {t(`legend.${state}`)}</li>
        ))}
      </Box>
    </>
  );
}
