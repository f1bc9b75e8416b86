<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el_GR" sourcelanguage="en_GB">
<context>
    <name>Timeline</name>
    <message>
        <source>brought a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agrees with what is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reports an older state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contradicts what is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polls, webhooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 after sending. Source: %4.</source>
        <extracomment>%1 is &quot;The flow&quot;, &quot;Viber&quot; or &quot;SMS&quot;, %2 a status, %3 a duration, %4 &quot;webhook&quot; or so</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failover: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failover: %1 delivered, not seen within its ttl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failover without a known trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ttl %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · last step, nothing is due after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · in %2</source>
        <extracomment>%1 is the rule of the next failover, %2 a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 after sending, %3.</source>
        <extracomment>%1 is &quot;Webhook&quot; or &quot;Poll&quot;, %2 a duration, %3 &quot;agrees with what is known&quot; or so</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelinePainter</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>otpscope::ui::TimelineWidget</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Send to see the flow run.
Each step gets a lane here, with what is due next and why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
