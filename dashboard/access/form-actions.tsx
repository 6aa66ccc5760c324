import { Button } from '@mantine/core';
import form from '../ui/form/form.module.css';

interface FormActionsProps {
  /** On the button that sends the form. */
  submit: string;
  loading: boolean;
  cancel: () => void;
}

/** The end of a form that can be left: do it, or do not. */
export function FormActions({ submit, loading, cancel }: FormActionsProps) {
  return (
    <div className={form.actions}>
      <Button type="submit" size="xs" loading={loading}>
        {submit}
      </Button>
      <Button size="xs" variant="default" onClick={cancel}>
        Cancel
      </Button>
    </div>
  );
}
