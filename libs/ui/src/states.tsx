import type { ReactNode } from 'react';
import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useUiTexts } from './texts.tsx';

interface MessageProps {
  title: ReactNode;
  /** What it means and what to do now. */
  children?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
  dense?: boolean;
}

/** Nothing there, and what to do about it. */
export function EmptyState({ title, children, action, icon, dense }: MessageProps) {
  return (
    <Box sx={{ textAlign: 'center', py: dense ? 3 : 7, px: 2, maxWidth: 480, mx: 'auto' }}>
      {icon && <Box aria-hidden sx={{ mb: 1, color: 'own.faint', '& svg': { fontSize: 32 } }}>{icon}</Box>}
      <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
      {children && (
        <Typography component="div" variant="body2" sx={{ mt: 0.5, color: 'own.faint' }}>{children}</Typography>
      )}
      {action && <Box sx={{ mt: 2, display: 'flex', gap: 1, justifyContent: 'center', flexWrap: 'wrap' }}>{action}</Box>}
    </Box>
  );
}

interface ErrorProps {
  /** What went wrong, in the user's language: `errorText(error)`. */
  message: ReactNode;
  title?: ReactNode;
  onRetry?: () => void;
  action?: ReactNode;
  dense?: boolean;
}

/** Something failed, with a way on. */
export function ErrorState({ message, title, onRetry, action, dense }: ErrorProps) {
  const texts = useUiTexts();
  return (
    <Box role="alert">
      <EmptyState
        dense={dense}
        title={title ?? texts.somethingWrong}
        action={(onRetry || action) && (
          <>
            {onRetry && <Button onClick={onRetry}>{texts.retry}</Button>}
            {action}
          </>
        )}
      >
        {message}
      </EmptyState>
    </Box>
  );
}

/** Lines in the place of text that is on its way. */
export function SkeletonLines({ lines = 3, height = 20 }: { lines?: number; height?: number }) {
  return (
    <Loading>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={height} width={`${[92, 78, 85, 60, 70][index % 5]}%`} />
      ))}
    </Loading>
  );
}

/** A heading and a body in the place of a page that is on its way. */
export function SkeletonPage() {
  return (
    <Loading>
      <Skeleton width={180} height={32} sx={{ mb: 2 }} />
      <Skeleton variant="rounded" height={40} sx={{ mb: 1 }} />
      {Array.from({ length: 8 }, (_, index) => <Skeleton key={index} height={36} />)}
    </Loading>
  );
}

/** A grey block of the size of what will stand there. */
export function SkeletonBlock({ height }: { height: number }) {
  return <Loading><Skeleton variant="rounded" height={height} /></Loading>;
}

function Loading({ children }: { children: ReactNode }) {
  const texts = useUiTexts();
  return <Box role="status" aria-label={texts.loading} aria-busy="true">{children}</Box>;
}
