import { Form, Link, useLocation, useNavigation } from '@remix-run/react';
import type { UiHost } from '~/app/components/ui/ui-host';

/** What the components get from Remix; the only place that changes when the framework does. */
export const remixUiHost: UiHost = {
  Link: (props) => <Link {...props} />,
  Form: (props) => <Form {...props} />,
  usePath: () => useLocation().pathname,
  useSubmission: () => {
    const navigation = useNavigation();
    return navigation.state === 'idle' ? null : (navigation.formData ?? null);
  },
};
