import { Body, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from '@react-email/components';
import { render } from '@react-email/render';
import type { KpiLine, ReportContent, RiskLine } from './content.js';
import { DARK_AND_NARROW, styles } from './report-style.js';

/** The HTML part. Everything from a source passes through React, which escapes it. */
export const reportHtml = (content: ReportContent): Promise<string> => render(<ReportMail content={content} />);

function ReportMail({ content }: { content: ReportContent }) {
  return (
    <Html lang="en">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK_AND_NARROW}</style>
        <title>{content.subject}</title>
      </Head>
      <Preview>{content.preheader}</Preview>
      <Body className="page" style={styles.page}>
        <Container className="sheet" style={styles.sheet}>
          <Heading as="h1" className="ink" style={styles.title}>
            {content.title}
          </Heading>
          <Text className="quiet" style={styles.small}>
            {content.dataAsOf}
            <br />
            {content.period}
            <br />
            {content.counted}
          </Text>
          {content.notices.map((notice) => (
            <Text key={notice} className="notice" style={styles.notice}>
              {notice}
            </Text>
          ))}
          {content.kpis.map((kpi) => (
            <Kpi key={kpi.name} kpi={kpi} />
          ))}
          <Moved words={content.moved} />
          <Risks content={content} />
          <Section style={styles.block}>
            <Link href={content.link} className="link" style={styles.link}>
              See the same numbers in Baton
            </Link>
          </Section>
          <Hr className="line" style={styles.line} />
          <Text className="quiet" style={styles.small}>
            {content.definitions}
          </Text>
          <Text className="quiet" style={styles.small}>
            {content.reason}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

function Kpi({ kpi: { name, value, rest, change } }: { kpi: KpiLine }) {
  return (
    <Section className="kpi" style={styles.kpi}>
      <Text className="quiet" style={styles.label}>
        {name}
      </Text>
      <Text className="ink" style={styles.value}>
        {value}
      </Text>
      <Text className="ink" style={styles.text}>
        {rest}
      </Text>
      <Text className="ink" style={styles.text}>
        {change}
      </Text>
    </Section>
  );
}

function Moved({ words }: { words: readonly string[] }) {
  return (
    <Section style={styles.block}>
      <Heading as="h2" className="ink" style={styles.heading}>
        What moved
      </Heading>
      {words.map((line) => (
        <Text key={line} className="ink" style={styles.text}>
          {line}
        </Text>
      ))}
    </Section>
  );
}

function Risks({ content: { riskHeading, riskRule, risks, riskLink } }: { content: ReportContent }) {
  return (
    <Section style={styles.block}>
      <Heading as="h2" className="ink" style={styles.heading}>
        {riskHeading}
      </Heading>
      <Text className="quiet" style={styles.small}>
        {riskRule}
      </Text>
      {risks.map((risk) => (
        <Risk key={risk.link} risk={risk} />
      ))}
      <Link href={riskLink} className="link" style={styles.link}>
        All accounts at risk
      </Link>
    </Section>
  );
}

function Risk({ risk: { account, reason, amount, people, link } }: { risk: RiskLine }) {
  return (
    <Section className="kpi" style={styles.kpi}>
      <Text className="ink" style={styles.account}>
        {account}
      </Text>
      <Text className="ink" style={styles.text}>
        {reason}
        <br />
        {amount}; {people}
      </Text>
      <Link href={link} className="link" style={styles.link}>
        See this handoff
      </Link>
    </Section>
  );
}
