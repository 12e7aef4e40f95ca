import { PageHeader } from '@gongjian/ui';

export default function BookingPage() {
  return <PageHeader title="" />;
}
