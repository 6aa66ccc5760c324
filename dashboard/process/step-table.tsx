import type { ProcessAnswer } from '../api/shape.js';
import table from '../ui/table.module.css';
import { PartLink } from './part-link.js';
import { middleHalf, Told } from './told.js';

type Step = ProcessAnswer['steps'][number];

const sizeOf = (outcomes: Step['outcomes'], outcome: string) => outcomes.find((one) => one.outcome === outcome)?.count ?? 0;

/** What the picture shows, in figures, each with the handoffs behind it. */
export function StepTable({ process }: { process: ProcessAnswer }) {
  const caption = 'Steps of the process: who gets there, and after how long';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section className={table.scroll} tabIndex={0} aria-label={`${caption}, table`}>
      <table className={`${table.table} ${table.wide}`}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" className={table.number}>
              Within 90 days
            </th>
            <th scope="col" className={table.number}>
              There so far
            </th>
            <th scope="col" className={table.number}>
              Still to come
            </th>
            <th scope="col" className={table.number}>
              Left before
            </th>
            <th scope="col" className={table.number}>
              From the won deal
            </th>
            <th scope="col" className={table.number}>
              From the step before
            </th>
          </tr>
        </thead>
        <tbody>
          {process.steps.map((step) => (
            <Row key={step.id} step={step} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ step }: { step: Step }) {
  const { id, label, unit, measured, leg } = step;
  if (!measured)
    return (
      <tr>
        <th scope="row">{label}</th>
        <td colSpan={6} className={table.quiet}>
          {step.share.why}
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className={table.number}>
        <Told measure={step.share} unit="share" />
      </td>
      <td className={table.number}>
        <PartLink part={{ step: id }} size={sizeOf(step.outcomes, 'reached')} of={label} />
      </td>
      <td className={table.number}>
        <PartLink part={{ step: id, outcome: 'waiting' }} size={sizeOf(step.outcomes, 'waiting')} of={`${label} still to come`} />
      </td>
      <td className={table.number}>
        <PartLink part={{ step: id, outcome: 'left' }} size={sizeOf(step.outcomes, 'left')} of={`left before ${label.toLowerCase()}`} />
      </td>
      <td className={table.number}>
        <Told measure={step.median} unit={unit} />
        <br />
        <span className={table.quiet}>{middleHalf(step.lowerQuartile, step.upperQuartile, unit)}</span>
      </td>
      <td className={table.number}>
        {leg && (
          <>
            <Told measure={leg.median} unit={unit} />
            <br />
            <span className={table.quiet}>
              of{' '}
              <PartLink
                part={{ leg: id, outcome: 'any' }}
                size={leg.median.n}
                of={`the way to ${label.toLowerCase()} from the step before`}
              />
            </span>
          </>
        )}
      </td>
    </tr>
  );
}
