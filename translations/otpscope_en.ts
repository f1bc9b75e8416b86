<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>ImportSentences</name>
    <message numerus="yes">
        <source>%n request(s) without a body were left out.</source>
        <translation>
            <numerusform>%n request without a body was left out.</numerusform>
            <numerusform>%n requests without a body were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message numerus="yes">
        <source>Receiver %1, %n webhook(s) not stored</source>
        <translation>
            <numerusform>Receiver %1, %n webhook not stored</numerusform>
            <numerusform>Receiver %1, %n webhooks not stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Receiver %1, %n webhook(s) stored, self-test %2 ago</source>
        <translation>
            <numerusform>Receiver %1, %n webhook stored, self-test %2 ago</numerusform>
            <numerusform>Receiver %1, %n webhooks stored, self-test %2 ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) from elsewhere refused, the last from %1.</source>
        <translation>
            <numerusform>%n post from elsewhere refused, the last from %1.</numerusform>
            <numerusform>%n posts from elsewhere refused, the last from %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message numerus="yes">
        <source>%n webhook(s)</source>
        <translation>
            <numerusform>%n webhook</numerusform>
            <numerusform>%n webhooks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n poll(s)</source>
        <translation>
            <numerusform>%n poll</numerusform>
            <numerusform>%n polls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not understood</source>
        <translation>
            <numerusform>%n not understood</numerusform>
            <numerusform>%n not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expectation(s) failed</source>
        <translation>
            <numerusform>%n expectation failed</numerusform>
            <numerusform>%n expectations failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunSentences</name>
    <message numerus="yes">
        <source>%n step(s) gave way</source>
        <translation>
            <numerusform>%n step gave way</numerusform>
            <numerusform>%n steps gave way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n changes to %1</source>
        <translation>
            <numerusform>%n change to %1</numerusform>
            <numerusform>%n changes to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n changes between %2 and %3, the last to %4. Zoom in to tell them apart.</source>
        <extracomment>%1 is &quot;The flow&quot;, &quot;Viber&quot; or &quot;SMS&quot;, %2 and %3 &quot;4 s after sending&quot;, %4 a status</extracomment>
        <translation>
            <numerusform>%1: %n change between %2 and %3, the last to %4. Zoom in to tell them apart.</numerusform>
            <numerusform>%1: %n changes between %2 and %3, the last to %4. Zoom in to tell them apart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n polls between %1 and %2. Zoom in to tell them apart.</source>
        <translation>
            <numerusform>%n poll between %1 and %2. Zoom in to tell them apart.</numerusform>
            <numerusform>%n polls between %1 and %2. Zoom in to tell them apart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n webhooks between %1 and %2. Zoom in to tell them apart.</source>
        <translation>
            <numerusform>%n webhook between %1 and %2. Zoom in to tell them apart.</numerusform>
            <numerusform>%n webhooks between %1 and %2. Zoom in to tell them apart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes, the last to %1</source>
        <extracomment>%1 is a status</extracomment>
        <translation>
            <numerusform>%Ln changes, the last to %1</numerusform>
            <numerusform>%Ln changes, the last to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::ui::ComparisonDialog</name>
    <message numerus="yes">
        <source>, %n field(s)</source>
        <translation>
            <numerusform>, %n field</numerusform>
            <numerusform>, %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::ui::HintTexts</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%1 from the clipboard, %n request(s)</source>
        <extracomment>%1 is what it is, for instance &quot;Postman collection&quot;</extracomment>
        <translation>
            <numerusform>%1 from the clipboard, %n request</numerusform>
            <numerusform>%1 from the clipboard, %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2, %n request(s)</source>
        <translation>
            <numerusform>%1 in %2, %n request</numerusform>
            <numerusform>%1 in %2, %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::ui::JsonSearchBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::ui::ProblemList</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::ui::SmsTexts</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::ui::StepCard</name>
    <message numerus="yes">
        <source>%1 · %n problem(s)</source>
        <translation>
            <numerusform>%1 · %n problem</numerusform>
            <numerusform>%1 · %n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::ui::TemplatesDialog</name>
    <message numerus="yes">
        <source>%n templates came in a shape that is not known. They are shown as they came; copy a template id from here.</source>
        <translation>
            <numerusform>%n template came in a shape that is not known. They are shown as they came; copy a template id from here.</numerusform>
            <numerusform>%n templates came in a shape that is not known. They are shown as they came; copy a template id from here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::window::ReplayDesk</name>
    <message numerus="yes">
        <source>%n more line(s) were left out.</source>
        <translation>
            <numerusform>%n more line was left out.</numerusform>
            <numerusform>%n more lines were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::window::Resumption</name>
    <message numerus="yes">
        <source>%n open run(s) of an earlier start: followed again, and nothing is sent. Nothing was seen between %1 and %2.</source>
        <translation>
            <numerusform>%n open run of an earlier start: followed again, and nothing is sent. Nothing was seen between %1 and %2.</numerusform>
            <numerusform>%n open runs of an earlier start: followed again, and nothing is sent. Nothing was seen between %1 and %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of an earlier start: sent or not is unknown, for the program ended meanwhile. Nothing is sent again by itself; look under Run, Deliveries.</source>
        <translation>
            <numerusform>%n run of an earlier start: sent or not is unknown, for the program ended meanwhile. Nothing is sent again by itself; look under Run, Deliveries.</numerusform>
            <numerusform>%n runs of an earlier start: sent or not is unknown, for the program ended meanwhile. Nothing is sent again by itself; look under Run, Deliveries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::window::Templates</name>
    <message numerus="yes">
        <source>The account has %n templates.</source>
        <translation>
            <numerusform>The account has %n template.</numerusform>
            <numerusform>The account has %n templates.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::window::WindowController</name>
    <message numerus="yes">
        <source>Following, %n observation(s)</source>
        <translation>
            <numerusform>Following, %n observation</numerusform>
            <numerusform>Following, %n observations</numerusform>
        </translation>
    </message>
</context>
</TS>
