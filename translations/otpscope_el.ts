<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el_GR" sourcelanguage="en_GB">
<context>
    <name>BuiltInFlows</name>
    <message>
        <source>Example %1 · %2</source>
        <translation>Παράδειγμα %1 · %2</translation>
    </message>
</context>
<context>
    <name>BundleSentences</name>
    <message>
        <source>The bundle is damaged.</source>
        <translation>Το πακέτο εκτέλεσης έχει φθαρεί.</translation>
    </message>
    <message>
        <source>This is no OtpScope bundle.</source>
        <translation>Αυτό δεν είναι πακέτο εκτέλεσης του OtpScope.</translation>
    </message>
    <message>
        <source>The bundle was written by a newer OtpScope. Update this one to read it.</source>
        <translation>Το πακέτο γράφτηκε από νεότερο OtpScope. Ενημερώστε αυτό εδώ για να το διαβάσει.</translation>
    </message>
    <message>
        <source>The bundle is damaged at %1. Ask for it again.</source>
        <extracomment>%1 is a place like /observations/3/source</extracomment>
        <translation>Το πακέτο έχει φθαρεί στο %1. Ζητήστε το ξανά.</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>The steps of the flow, one for each channel to try.</source>
        <translation>Τα βήματα της ροής, ένα για κάθε κανάλι που θα δοκιμαστεί.</translation>
    </message>
    <message>
        <source>Where the service reports what happens; leave it out to follow the flow by polling alone.</source>
        <translation>Πού αναφέρει η υπηρεσία ό,τι συμβαίνει. Παραλείψτε το, για να παρακολουθείτε τη ροή μόνο με ερωτήσεις κατάστασης.</translation>
    </message>
    <message>
        <source>The web address that gets a POST on each change of status and when a failover was sent.</source>
        <translation>Η διεύθυνση web που δέχεται ένα POST σε κάθε αλλαγή κατάστασης και σε κάθε εναλλαγή καναλιού.</translation>
    </message>
    <message>
        <source>The channel of this step: ViberOtp or Sms.</source>
        <translation>Το κανάλι αυτού του βήματος: ViberOtp ή Sms.</translation>
    </message>
    <message>
        <source>The phone number the code goes to, in E.164 format: country code first, with or without a plus.</source>
        <translation>Ο αριθμός τηλεφώνου όπου πηγαίνει ο κωδικός, σε μορφή E.164: πρώτα ο κωδικός χώρας, με ή χωρίς +.</translation>
    </message>
    <message>
        <source>When this step is tried: 1 is the first, and no two steps may have the same.</source>
        <translation>Η σειρά με την οποία δοκιμάζεται το βήμα: το 1 είναι το πρώτο, και δύο βήματα δεν μπορούν να έχουν την ίδια.</translation>
    </message>
    <message>
        <source>How long the message is valid on this channel, which also decides when the next one is due.</source>
        <translation>Πόσο ισχύει το μήνυμα σε αυτό το κανάλι. Από αυτό εξαρτάται και πότε έρχεται η σειρά του επόμενου.</translation>
    </message>
    <message>
        <source>Your own name for the campaign, to find the message again.</source>
        <translation>Το δικό σας όνομα για την καμπάνια, για να ξαναβρίσκετε το μήνυμα.</translation>
    </message>
    <message>
        <source>The identifier that Routee gave your registered Viber OTP sender.</source>
        <translation>Το αναγνωριστικό που έδωσε η Routee στον καταχωρισμένο αποστολέα Viber OTP σας.</translation>
    </message>
    <message>
        <source>The UUID of the Viber template that makes the message.</source>
        <translation>Το UUID του προτύπου Viber από το οποίο φτιάχνεται το μήνυμα.</translation>
    </message>
    <message>
        <source>The code the person has to type in.</source>
        <translation>Ο κωδικός που πρέπει να πληκτρολογήσει ο παραλήπτης.</translation>
    </message>
    <message>
        <source>What the template shows beside the code; it decides which of the fields below are needed.</source>
        <translation>Τι δείχνει το πρότυπο εκτός από τον κωδικό. Από αυτό εξαρτάται ποια από τα παρακάτω πεδία χρειάζονται.</translation>
    </message>
    <message>
        <source>The name of your business or platform, as the message shows it.</source>
        <translation>Το όνομα της επιχείρησης ή της πλατφόρμας σας, όπως το δείχνει το μήνυμα.</translation>
    </message>
    <message>
        <source>How long the code can be used; the template itself says minutes or hours.</source>
        <translation>Πόση ώρα μπορεί να χρησιμοποιηθεί ο κωδικός. Το «λεπτά» ή «ώρες» το γράφει το ίδιο το πρότυπο.</translation>
    </message>
    <message>
        <source>What kind of code it is, as the message shows it.</source>
        <translation>Τι είδους κωδικός είναι, όπως το δείχνει το μήνυμα.</translation>
    </message>
    <message>
        <source>What the code is for, as the message shows it.</source>
        <translation>Σε τι χρησιμεύει ο κωδικός, όπως το δείχνει το μήνυμα.</translation>
    </message>
    <message>
        <source>Why the person gets the code, as the message shows it.</source>
        <translation>Γιατί λαμβάνει ο παραλήπτης τον κωδικό, όπως το δείχνει το μήνυμα.</translation>
    </message>
    <message>
        <source>Also try the next channel when the message was delivered but not seen within ttl.</source>
        <translation>Να δοκιμάζεται το επόμενο κανάλι και όταν το μήνυμα παραδόθηκε, αλλά δεν προβλήθηκε μέσα στο ttl.</translation>
    </message>
    <message>
        <source>The language of the template; English if left out.</source>
        <translation>Η γλώσσα του προτύπου. Αγγλικά, αν παραλειφθεί.</translation>
    </message>
    <message>
        <source>Which of the person&apos;s devices get the message.</source>
        <translation>Ποιες συσκευές του παραλήπτη λαμβάνουν το μήνυμα.</translation>
    </message>
    <message>
        <source>A sequence number of your own that is unique to the request.</source>
        <translation>Ένας δικός σας αύξων αριθμός, μοναδικός για το αίτημα.</translation>
    </message>
    <message>
        <source>The sender the SMS shows: a number or a name; the service&apos;s default if left out.</source>
        <translation>Ο αποστολέας που δείχνει το SMS: αριθμός ή όνομα. Αν παραλειφθεί, ισχύει ο προεπιλεγμένος της υπηρεσίας.</translation>
    </message>
    <message>
        <source>What the SMS says and how it is sent.</source>
        <translation>Τι λέει το SMS και πώς στέλνεται.</translation>
    </message>
    <message>
        <source>The text of the SMS.</source>
        <translation>Το κείμενο του SMS.</translation>
    </message>
    <message>
        <source>Show the SMS at once on the screen without storing it on the phone.</source>
        <translation>Το SMS εμφανίζεται αμέσως στην οθόνη, χωρίς να αποθηκεύεται στο τηλέφωνο.</translation>
    </message>
    <message>
        <source>Replace characters outside the GSM alphabet by similar ones, so that more fits into one SMS.</source>
        <translation>Οι χαρακτήρες εκτός του αλφαβήτου GSM αντικαθίστανται με παρόμοιους, ώστε να χωρούν περισσότεροι σε ένα SMS.</translation>
    </message>
    <message>
        <source>A label for this SMS in place of the step&apos;s own.</source>
        <translation>Ετικέτα για αυτό το SMS, αντί για εκείνη του βήματος.</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Αραβικά</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>Λευκορωσικά</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Βουλγαρικά</translation>
    </message>
    <message>
        <source>Portuguese (Brazil)</source>
        <translation>Πορτογαλικά (Βραζιλία)</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Τσεχικά</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Δανικά</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Γερμανικά</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Ελληνικά</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Αγγλικά</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Ισπανικά</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Περσικά</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Φινλανδικά</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Γαλλικά</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Εβραϊκά</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Χίντι</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Κροατικά</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ουγγρικά</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Ινδονησιακά</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Ιταλικά</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Ιαπωνικά</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Κορεατικά</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>Βιρμανικά</translation>
    </message>
    <message>
        <source>Norwegian Bokmål</source>
        <translation>Νορβηγικά Μποκμάλ</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Ολλανδικά</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>Νορβηγικά</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Πολωνικά</translation>
    </message>
    <message>
        <source>Portuguese (Portugal)</source>
        <translation>Πορτογαλικά (Πορτογαλία)</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Ρουμανικά</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Ρωσικά</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Σλοβακικά</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Σερβικά</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Σουηδικά</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Ταϊλανδικά</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Τουρκικά</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ουκρανικά</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Βιετναμικά</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Σφάλμα διακομιστή</translation>
    </message>
    <message>
        <source>Insufficient balance</source>
        <translation>Ανεπαρκές υπόλοιπο</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>Δεν υπάρχει επόμενο βήμα</translation>
    </message>
    <message>
        <source>Failover not triggered</source>
        <translation>Δεν ενεργοποιήθηκε εναλλαγή καναλιού</translation>
    </message>
</context>
<context>
    <name>Environments</name>
    <message>
        <source>Certificate of %1, by %2, valid until %3</source>
        <translation>Πιστοποιητικό για %1, από %2, ισχύει έως %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Valid for %1</source>
        <translation>Ισχύει για %1</translation>
    </message>
    <message>
        <source>The service did not say how long it is valid</source>
        <translation>Η υπηρεσία δεν είπε για πόσο ισχύει</translation>
    </message>
    <message>
        <source>no scope named</source>
        <translation>δεν αναφέρθηκε scope</translation>
    </message>
    <message>
        <source>scope %1</source>
        <translation>scope %1</translation>
    </message>
    <message>
        <source>no permissions named</source>
        <translation>δεν αναφέρθηκαν δικαιώματα</translation>
    </message>
    <message>
        <source>permissions %1</source>
        <translation>δικαιώματα %1</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Δώστε ένα όνομα.</translation>
    </message>
    <message>
        <source>Another environment is called %1. Choose another name.</source>
        <translation>Υπάρχει ήδη περιβάλλον με το όνομα %1. Διαλέξτε άλλο όνομα.</translation>
    </message>
    <message>
        <source>This reads as an address. Choose a name without “://”.</source>
        <translation>Αυτό μοιάζει με διεύθυνση. Διαλέξτε όνομα χωρίς «://».</translation>
    </message>
    <message>
        <source>Enter an address that begins with https:// or http://.</source>
        <translation>Δώστε διεύθυνση που αρχίζει με https:// ή http://.</translation>
    </message>
    <message>
        <source>Beyond this machine the address must begin with https://: the token would travel in clear text.</source>
        <translation>Εκτός αυτού του υπολογιστή η διεύθυνση πρέπει να αρχίζει με https://· αλλιώς το token θα ταξίδευε χωρίς κρυπτογράφηση.</translation>
    </message>
    <message>
        <source>Take the name and password out of the address. The application id and secret have fields of their own.</source>
        <translation>Βγάλτε το όνομα και τον κωδικό από τη διεύθυνση. Το αναγνωριστικό και το μυστικό της εφαρμογής έχουν δικά τους πεδία.</translation>
    </message>
    <message>
        <source>This number is out of range.</source>
        <translation>Ο αριθμός είναι εκτός ορίων.</translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s host and port.</source>
        <translation>Δώστε τον υπολογιστή και τη θύρα του διαμεσολαβητή.</translation>
    </message>
    <message>
        <source>“%1” is not a phone number. Write numbers with their country code, one on each line.</source>
        <translation>Το «%1» δεν είναι αριθμός τηλεφώνου. Γράψτε τους αριθμούς με τον κωδικό χώρας, έναν σε κάθε γραμμή.</translation>
    </message>
    <message>
        <source>“%1” cannot be a variable&apos;s name. Use letters, digits, “_”, “.” and “-”; begin with a letter.</source>
        <translation>Το «%1» δεν μπορεί να είναι όνομα μεταβλητής. Χρησιμοποιήστε λατινικά γράμματα, ψηφία, «_», «.» και «-»· ξεκινήστε με γράμμα.</translation>
    </message>
    <message>
        <source>Find %1</source>
        <translation>Εύρεση του %1</translation>
    </message>
    <message>
        <source>Encrypt to %1</source>
        <translation>Κρυπτογράφηση προς %1</translation>
    </message>
    <message>
        <source>Get a token</source>
        <translation>Λήψη token</translation>
    </message>
    <message>
        <source>Ask the service how it is</source>
        <translation>Ερώτηση στην υπηρεσία πώς είναι</translation>
    </message>
    <message>
        <source>Under way…</source>
        <translation>Σε εξέλιξη…</translation>
    </message>
    <message>
        <source>The proxy looks it up</source>
        <translation>Το αναζητά ο διαμεσολαβητής</translation>
    </message>
    <message>
        <source>Not encrypted: the address is http://</source>
        <translation>Χωρίς κρυπτογράφηση: η διεύθυνση είναι http://</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <translation>Λέει: %1</translation>
    </message>
    <message>
        <source>Enter an IP address of this machine, or 0.0.0.0 for all of them.</source>
        <translation>Δώστε μια διεύθυνση IP αυτού του μηχανήματος, ή 0.0.0.0 για όλες.</translation>
    </message>
    <message>
        <source>“%1” is no IP address and no range such as 192.0.2.0/24.</source>
        <translation>Το «%1» δεν είναι διεύθυνση IP ούτε περιοχή όπως 192.0.2.0/24.</translation>
    </message>
    <message>
        <source>A certificate and its key belong together: name both files, or none.</source>
        <translation>Το πιστοποιητικό και το κλειδί του πάνε μαζί: δώστε και τα δύο αρχεία, ή κανένα.</translation>
    </message>
    <message>
        <source>A certificate is for a name: enter the public webhook address, too.</source>
        <translation>Ένα πιστοποιητικό ισχύει για ένα όνομα: δώστε και τη δημόσια διεύθυνση των webhooks.</translation>
    </message>
</context>
<context>
    <name>ExpectationSentences</name>
    <message>
        <source>Expected: the flow ends as %1. How it ended is not known.</source>
        <translation>Αναμενόταν: η ροή τελειώνει ως %1. Το πώς τελείωσε δεν είναι γνωστό.</translation>
    </message>
    <message>
        <source>Expected: the flow ends as %1. Seen: %2.</source>
        <translation>Αναμενόταν: η ροή τελειώνει ως %1. Παρατηρήθηκε: %2.</translation>
    </message>
    <message>
        <source>Expected: delivered by %1. Seen: %2.</source>
        <translation>Αναμενόταν παράδοση μέσω: %1. Παρατηρήθηκε: %2.</translation>
    </message>
    <message>
        <source>Expected: step %1 goes through %2. Seen: %3.</source>
        <translation>Αναμενόταν: το βήμα %1 περνά από %2. Παρατηρήθηκε: %3.</translation>
    </message>
    <message>
        <source>Expected: step %1 is tried.</source>
        <translation>Αναμενόταν: το βήμα %1 δοκιμάζεται.</translation>
    </message>
    <message>
        <source>Expected: step %1 is not tried.</source>
        <translation>Αναμενόταν: το βήμα %1 δεν δοκιμάζεται.</translation>
    </message>
    <message>
        <source>Expected: concluded within %1 s. When it was is not known.</source>
        <translation>Αναμενόταν: ολοκλήρωση εντός %1 δ. Το πότε έγινε δεν είναι γνωστό.</translation>
    </message>
    <message>
        <source>Expected: concluded within %1 s. Seen: %2 s.</source>
        <translation>Αναμενόταν: ολοκλήρωση εντός %1 δ. Παρατηρήθηκε: %2 δ.</translation>
    </message>
    <message>
        <source>Expected: a price of %1 at most. The price is not known.</source>
        <translation>Αναμενόταν: τιμή έως %1. Η τιμή δεν είναι γνωστή.</translation>
    </message>
    <message>
        <source>Expected: a price of %1 at most. Seen: %2.</source>
        <translation>Αναμενόταν: τιμή έως %1. Παρατηρήθηκε: %2.</translation>
    </message>
    <message>
        <source>Expected: no finding of %1.</source>
        <translation>Αναμενόταν: κανένα εύρημα του κανόνα %1.</translation>
    </message>
    <message>
        <source>Expected: no finding of %1. Seen: %2.</source>
        <translation>Αναμενόταν: κανένα εύρημα του κανόνα %1. Παρατηρήθηκε: %2.</translation>
    </message>
    <message>
        <source>the document itself</source>
        <translation>το ίδιο το έγγραφο</translation>
    </message>
    <message>
        <source>What is expected cannot be read at %1: the value is missing or of the wrong type.</source>
        <translation>Η προσδοκία δεν διαβάζεται στο %1: η τιμή λείπει ή είναι λάθος τύπου.</translation>
    </message>
    <message>
        <source>What is expected has a key that means nothing: %1.</source>
        <translation>Η προσδοκία έχει ένα κλειδί χωρίς νόημα: %1.</translation>
    </message>
    <message>
        <source>no channel</source>
        <translation>κανένα κανάλι</translation>
    </message>
    <message>
        <source>no status</source>
        <translation>καμία κατάσταση</translation>
    </message>
    <message>
        <source>No document names %1 as a flow&apos;s status; they name %2.</source>
        <translation>Κανένα έγγραφο δεν ονομάζει %1 κατάσταση ροής· ονομάζουν %2.</translation>
    </message>
    <message>
        <source>What is expected names a rule that nobody knows at %1: &quot;%2&quot;. Write the id that a finding shows, or error, or warning.</source>
        <translation>Η προσδοκία ονομάζει στο %1 έναν άγνωστο κανόνα: «%2». Γράψτε το αναγνωριστικό που δείχνει ένα εύρημα, ή error, ή warning.</translation>
    </message>
    <message>
        <source>What is expected names a rule that nobody knows at %1: &quot;%2&quot;. Most like it: %3.</source>
        <translation>Η προσδοκία ονομάζει στο %1 έναν άγνωστο κανόνα: «%2». Μοιάζουν περισσότερο: %3.</translation>
    </message>
</context>
<context>
    <name>FlowSentences</name>
    <message>
        <source>The document is not a JSON object. Write { &quot;flow&quot;: [ … ] }.</source>
        <translation>Το έγγραφο δεν είναι αντικείμενο JSON. Γράψτε { &quot;flow&quot;: [ … ] }.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing. The service requires it: add it.</source>
        <translation>Λείπει το &quot;%1&quot;. Η υπηρεσία το απαιτεί: προσθέστε το.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be %2. Change the value.</source>
        <translation>Το &quot;%1&quot; πρέπει να είναι %2. Αλλάξτε την τιμή.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty. The service requires it: fill it in.</source>
        <translation>Το &quot;%1&quot; είναι κενό. Η υπηρεσία το απαιτεί: συμπληρώστε το.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in the API document. It is sent as it is; check its spelling.</source>
        <translation>Το &quot;%1&quot; δεν υπάρχει στο έγγραφο του API. Στέλνεται όπως είναι. Ελέγξτε την ορθογραφία του.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; means nothing in a step of type %2. Remove it, or change the type.</source>
        <translation>Το &quot;%1&quot; δεν σημαίνει τίποτα σε βήμα τύπου %2. Αφαιρέστε το ή αλλάξτε τον τύπο.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is what /viber/otp calls this field. Here it is &quot;%2&quot;: rename it.</source>
        <translation>Έτσι, &quot;%1&quot;, λέγεται αυτό το πεδίο στο /viber/otp. Εδώ λέγεται &quot;%2&quot;: μετονομάστε το.</translation>
    </message>
    <message>
        <source>The flow has no steps. Add at least one.</source>
        <translation>Η ροή δεν έχει βήματα. Προσθέστε τουλάχιστον ένα.</translation>
    </message>
    <message>
        <source>The step is not a JSON object. Write it in braces.</source>
        <translation>Το βήμα δεν είναι αντικείμενο JSON. Γράψτε το μέσα σε άγκιστρα.</translation>
    </message>
    <message>
        <source>The service knows no step of type &quot;%1&quot;. Use ViberOtp or Sms.</source>
        <translation>Η υπηρεσία δεν γνωρίζει βήμα τύπου &quot;%1&quot;. Χρησιμοποιήστε ViberOtp ή Sms.</translation>
    </message>
    <message>
        <source>The flow has %1 steps, and the documents speak of %2 only. Expect that the others may never be tried.</source>
        <translation>Η ροή έχει %1 βήματα, ενώ τα έγγραφα μιλούν μόνο για %2. Ίσως τα υπόλοιπα να μη δοκιμαστούν ποτέ.</translation>
    </message>
    <message>
        <source>&quot;callback.url&quot; is not a web address. It must begin with http:// or https:// and name a host.</source>
        <translation>Το &quot;callback.url&quot; δεν είναι διεύθυνση web. Πρέπει να αρχίζει με http:// ή https:// και να ονομάζει έναν διακομιστή.</translation>
    </message>
    <message>
        <source>&quot;to&quot; has no phone number. Enter the recipient&apos;s.</source>
        <translation>Το &quot;to&quot; δεν έχει αριθμό τηλεφώνου. Γράψτε τον αριθμό του παραλήπτη.</translation>
    </message>
    <message>
        <source>&quot;to&quot; is not a number in E.164 format. Write country code and number, with or without a plus before them: at most 15 digits and nothing between them.</source>
        <translation>Το &quot;to&quot; δεν είναι αριθμός σε μορφή E.164. Γράψτε τον κωδικό χώρας και τον αριθμό, με ή χωρίς + μπροστά: έως 15 ψηφία, χωρίς τίποτα ανάμεσά τους.</translation>
    </message>
    <message>
        <source>No country is known to have such a phone number in &quot;to&quot;. Check that it is right.</source>
        <translation>Δεν είναι γνωστή χώρα με αριθμό τηλεφώνου όπως αυτός στο &quot;to&quot;. Ελέγξτε αν είναι σωστός.</translation>
    </message>
    <message>
        <source>&quot;to&quot; has %1 numbers. What the service does with more than one is not documented: use one.</source>
        <translation>Το &quot;to&quot; έχει %1 αριθμούς. Το τι κάνει η υπηρεσία με περισσότερους από έναν δεν τεκμηριώνεται: χρησιμοποιήστε έναν.</translation>
    </message>
    <message>
        <source>&quot;to&quot; differs from that of step %1. A flow is about one person: use the same number.</source>
        <translation>Το &quot;to&quot; διαφέρει από εκείνο του βήματος %1. Μια ροή αφορά ένα πρόσωπο: χρησιμοποιήστε τον ίδιο αριθμό.</translation>
    </message>
    <message>
        <source>&quot;order&quot; is %1, but it must be %2 or more. Choose a higher one.</source>
        <translation>Το &quot;order&quot; είναι %1, αλλά πρέπει να είναι τουλάχιστον %2. Επιλέξτε μεγαλύτερο.</translation>
    </message>
    <message>
        <source>Step %2 has &quot;order&quot; %1 too. Give each step an order of its own.</source>
        <translation>Και το βήμα %2 έχει &quot;order&quot; %1. Δώστε σε κάθε βήμα δική του σειρά.</translation>
    </message>
    <message>
        <source>No step has &quot;order&quot; %1. The steps are still tried by rising order; number them 1, 2, … to be sure.</source>
        <translation>Κανένα βήμα δεν έχει &quot;order&quot; %1. Τα βήματα δοκιμάζονται και πάλι με αύξουσα σειρά. Για σιγουριά, αριθμήστε τα 1, 2, …</translation>
    </message>
    <message>
        <source>The service tries step %1 of this document first, because its &quot;order&quot; is lower. Move it to the front if that helps to read the flow.</source>
        <translation>Η υπηρεσία δοκιμάζει πρώτα το βήμα %1 αυτού του εγγράφου, γιατί το &quot;order&quot; του είναι μικρότερο. Μετακινήστε το στην αρχή, αν έτσι διαβάζεται ευκολότερα η ροή.</translation>
    </message>
    <message>
        <source>&quot;ttl&quot; is %1, but it must be %2 or more. Enter the seconds.</source>
        <translation>Το &quot;ttl&quot; είναι %1, αλλά πρέπει να είναι τουλάχιστον %2. Γράψτε τα δευτερόλεπτα.</translation>
    </message>
    <message>
        <source>The label has %1 characters; neighbouring services take %2. Shorten it.</source>
        <translation>Η ετικέτα έχει %1 χαρακτήρες. Οι συγγενικές υπηρεσίες δέχονται %2. Συντομεύστε την.</translation>
    </message>
    <message>
        <source>&quot;ttl&quot; is %1 s, and Viber is said to refuse less than %2 s. Use a longer one.</source>
        <translation>Το &quot;ttl&quot; είναι %1 s. Το Viber, κατά τις πηγές, απορρίπτει κάτω από %2 s. Ορίστε μεγαλύτερο.</translation>
    </message>
    <message>
        <source>&quot;ttl&quot; is %1 s, and Viber is said to refuse more than %2 s. Use a shorter one.</source>
        <translation>Το &quot;ttl&quot; είναι %1 s. Το Viber, κατά τις πηγές, απορρίπτει πάνω από %2 s. Ορίστε μικρότερο.</translation>
    </message>
    <message>
        <source>&quot;pin&quot; has %1 characters; the service takes %2 to %3. Change the pin.</source>
        <translation>Το &quot;pin&quot; έχει %1 χαρακτήρες. Η υπηρεσία δέχεται από %2 έως %3. Αλλάξτε το pin.</translation>
    </message>
    <message>
        <source>The template pages allow a pin of up to %1 characters, against the API document. Keep to the document.</source>
        <translation>Οι σελίδες των προτύπων επιτρέπουν pin έως %1 χαρακτήρες, αντίθετα με το έγγραφο του API. Ακολουθήστε το έγγραφο.</translation>
    </message>
    <message>
        <source>&quot;pin&quot; has characters other than digits. The document speaks of characters, so this may pass; use digits to be sure.</source>
        <translation>Το &quot;pin&quot; δεν έχει μόνο ψηφία. Το έγγραφο μιλά για χαρακτήρες, οπότε ίσως γίνει δεκτό. Για σιγουριά, χρησιμοποιήστε ψηφία.</translation>
    </message>
    <message>
        <source>&quot;templateId&quot; is not a UUID. Copy it from Routee&apos;s list of templates.</source>
        <translation>Το &quot;templateId&quot; δεν είναι UUID. Αντιγράψτε το από τον κατάλογο προτύπων της Routee.</translation>
    </message>
    <message>
        <source>&quot;templateId&quot; is none of the known Viber templates. Check it; the preview cannot show this one.</source>
        <translation>Το &quot;templateId&quot; δεν είναι κάποιο από τα γνωστά πρότυπα Viber. Ελέγξτε το. Η προεπισκόπηση δεν μπορεί να το δείξει.</translation>
    </message>
    <message>
        <source>&quot;templateType&quot; is missing, and this template is not a basic one. Set it to %1.</source>
        <translation>Λείπει το &quot;templateType&quot;, και αυτό το πρότυπο δεν είναι το βασικό. Ορίστε το σε %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of the template types in the API document. Choose a known one, or check its spelling.</source>
        <translation>Το &quot;%1&quot; δεν είναι κάποιος από τους τύπους προτύπου του εγγράφου του API. Επιλέξτε έναν γνωστό ή ελέγξτε την ορθογραφία.</translation>
    </message>
    <message>
        <source>&quot;templateId&quot; belongs to %1, but &quot;templateType&quot; means %2. What the service does then is not documented: make them agree.</source>
        <translation>Το &quot;templateId&quot; ανήκει στο %1, αλλά το &quot;templateType&quot; σημαίνει %2. Το τι κάνει τότε η υπηρεσία δεν τεκμηριώνεται: φροντίστε να συμφωνούν.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing. The template type %2 requires it: add it.</source>
        <translation>Λείπει το &quot;%1&quot;. Ο τύπος προτύπου %2 το απαιτεί: προσθέστε το.</translation>
    </message>
    <message>
        <source>The template type %2 does not use &quot;%1&quot;. Remove it, or choose another type.</source>
        <translation>Ο τύπος προτύπου %2 δεν χρησιμοποιεί το &quot;%1&quot;. Αφαιρέστε το ή επιλέξτε άλλον τύπο.</translation>
    </message>
    <message>
        <source>&quot;templateParams&quot; belongs to /viber/otp. Here its fields stand in the step itself: move them up.</source>
        <translation>Το &quot;templateParams&quot; ανήκει στο /viber/otp. Εδώ τα πεδία του μπαίνουν στο ίδιο το βήμα: μεταφέρετέ τα ένα επίπεδο πάνω.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has %2 characters; the template pages allow %3. Shorten it.</source>
        <translation>Το &quot;%1&quot; έχει %2 χαρακτήρες. Οι σελίδες των προτύπων επιτρέπουν %3. Συντομεύστε το.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; seems to hold a link, which the template pages forbid. Remove it.</source>
        <translation>Το &quot;%1&quot; φαίνεται να περιέχει σύνδεσμο. Οι σελίδες των προτύπων το απαγορεύουν. Αφαιρέστε τον.</translation>
    </message>
    <message>
        <source>&quot;validityTime&quot; is more than a number. The template adds the unit itself, so the message may fail or name it twice. Write the number alone.</source>
        <translation>Το &quot;validityTime&quot; δεν είναι σκέτος αριθμός. Το πρότυπο προσθέτει μόνο του τη μονάδα, οπότε το μήνυμα μπορεί να αποτύχει ή να τη γράψει δύο φορές. Γράψτε μόνο τον αριθμό.</translation>
    </message>
    <message>
        <source>The documents disagree on the unit: the API document says %1, the template pages say minutes. Check what the phone shows.</source>
        <translation>Τα έγγραφα διαφωνούν για τη μονάδα: το έγγραφο του API λέει %1, οι σελίδες των προτύπων λένε minutes. Ελέγξτε τι δείχνει το τηλέφωνο.</translation>
    </message>
    <message>
        <source>The template pages want &quot;validityTime&quot; as a number, the API document as a text. Keep to the document: put it in quotes.</source>
        <translation>Οι σελίδες των προτύπων θέλουν το &quot;validityTime&quot; ως αριθμό, το έγγραφο του API ως κείμενο. Ακολουθήστε το έγγραφο: βάλτε το σε εισαγωγικά.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a known language of the templates. Choose one from the list.</source>
        <translation>Το &quot;%1&quot; δεν είναι γνωστή γλώσσα των προτύπων. Επιλέξτε μία από τη λίστα.</translation>
    </message>
    <message>
        <source>The sources disagree on whether the templates exist in &quot;%1&quot;. Test it, or choose another language.</source>
        <translation>Οι πηγές διαφωνούν για το αν υπάρχουν τα πρότυπα στη γλώσσα &quot;%1&quot;. Δοκιμάστε τη ή επιλέξτε άλλη.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a known &quot;otpType&quot;. Known ones: %2.</source>
        <translation>Το &quot;%1&quot; δεν είναι γνωστό &quot;otpType&quot;. Γνωστά: %2.</translation>
    </message>
    <message>
        <source>Without &quot;from&quot; the SMS has the service&apos;s default sender. Neighbouring pages say that it is not delivered if none is set: name one to be sure.</source>
        <translation>Χωρίς &quot;from&quot; το SMS έχει τον προεπιλεγμένο αποστολέα της υπηρεσίας. Συγγενικές σελίδες λένε ότι δεν παραδίδεται, αν δεν έχει οριστεί κανένας: για σιγουριά, ορίστε έναν.</translation>
    </message>
    <message>
        <source>&quot;from&quot; is empty. Name a sender, or remove the field for the default.</source>
        <translation>Το &quot;from&quot; είναι κενό. Ορίστε αποστολέα, ή αφαιρέστε το πεδίο για τον προεπιλεγμένο.</translation>
    </message>
    <message>
        <source>A number in &quot;from&quot; is written without its plus. Remove the plus.</source>
        <translation>Ο αριθμός στο &quot;from&quot; γράφεται χωρίς +. Αφαιρέστε το +.</translation>
    </message>
    <message>
        <source>&quot;from&quot; has %1 digits; a number may have %2. Shorten it.</source>
        <translation>Το &quot;from&quot; έχει %1 ψηφία. Ένας αριθμός μπορεί να έχει έως %2. Συντομεύστε το.</translation>
    </message>
    <message>
        <source>&quot;from&quot; has %1 characters; a name may have %2. Shorten it.</source>
        <translation>Το &quot;from&quot; έχει %1 χαρακτήρες. Ένα όνομα μπορεί να έχει έως %2. Συντομεύστε το.</translation>
    </message>
    <message>
        <source>&quot;from&quot; may have letters A to Z, digits and spaces. Remove the others.</source>
        <translation>Το &quot;from&quot; μπορεί να έχει λατινικά γράμματα A έως Z, ψηφία και κενά. Αφαιρέστε τους άλλους χαρακτήρες.</translation>
    </message>
    <message>
        <source>The text of the SMS does not hold the pin of step %1. Both should carry the same code: correct one of them.</source>
        <translation>Το κείμενο του SMS δεν περιέχει το pin του βήματος %1. Πρέπει να έχουν τον ίδιο κωδικό: διορθώστε το ένα από τα δύο.</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>κείμενο σε εισαγωγικά</translation>
    </message>
    <message>
        <source>a whole number without quotes</source>
        <translation>ακέραιος αριθμός χωρίς εισαγωγικά</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true ή false</translation>
    </message>
    <message>
        <source>a text in quotes, or a list of such texts</source>
        <translation>κείμενο σε εισαγωγικά ή λίστα τέτοιων κειμένων</translation>
    </message>
    <message>
        <source>an object in braces</source>
        <translation>αντικείμενο σε άγκιστρα</translation>
    </message>
    <message>
        <source>a list in brackets</source>
        <translation>λίστα σε αγκύλες</translation>
    </message>
    <message>
        <source>%1 For instance &quot;%2&quot;.</source>
        <translation>%1 Για παράδειγμα &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <extracomment>a problem of one step: %2 is a whole sentence</extracomment>
        <translation>Βήμα %1: %2</translation>
    </message>
    <message>
        <source>API document, section 4.1</source>
        <translation>Έγγραφο του API, ενότητα 4.1</translation>
    </message>
    <message>
        <source>Routee&apos;s other pages about this API</source>
        <translation>Άλλες σελίδες της Routee για αυτό το API</translation>
    </message>
    <message>
        <source>Routee&apos;s pages about Viber templates</source>
        <translation>Σελίδες της Routee για τα πρότυπα Viber</translation>
    </message>
    <message>
        <source>API document against Routee&apos;s pages about Viber templates</source>
        <translation>Το έγγραφο του API έναντι των σελίδων της Routee για τα πρότυπα Viber</translation>
    </message>
    <message>
        <source>Routee&apos;s page about /viber/otp, a neighbouring API</source>
        <translation>Σελίδα της Routee για το /viber/otp, ένα συγγενικό API</translation>
    </message>
    <message>
        <source>Routee&apos;s pages about SMS, a neighbouring API</source>
        <translation>Σελίδες της Routee για τα SMS, ένα συγγενικό API</translation>
    </message>
    <message>
        <source>Viber&apos;s limits, as another operator prints them</source>
        <translation>Τα όρια του Viber, όπως τα δημοσιεύει άλλος πάροχος</translation>
    </message>
    <message>
        <source>Number plans of the world (libphonenumber)</source>
        <translation>Σχέδια αριθμοδότησης όλου του κόσμου (libphonenumber)</translation>
    </message>
    <message>
        <source>No document says</source>
        <translation>Δεν το λέει κανένα έγγραφο</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands twice, at line %2, column %3 and again at line %4, column %5. Here the last one counts; whether the service takes the same one is not known. Remove one of them.</source>
        <translation>Το «%1» υπάρχει δύο φορές, στη γραμμή %2, στήλη %3 και ξανά στη γραμμή %4, στήλη %5. Εδώ μετράει το τελευταίο· αν η υπηρεσία διαβάζει το ίδιο δεν είναι γνωστό. Αφαιρέστε το ένα από τα δύο.</translation>
    </message>
    <message>
        <source>&quot;callback.url&quot; names %1, which only machines near this one reach. The real service cannot report there; the built-in simulator can.</source>
        <translation>Το &quot;callback.url&quot; δείχνει στο %1, όπου φτάνουν μόνο μηχανήματα του τοπικού δικτύου. Η πραγματική υπηρεσία δεν μπορεί να στείλει ενημερώσεις εκεί· ο ενσωματωμένος προσομοιωτής μπορεί.</translation>
    </message>
    <message>
        <source>Nothing is known as {{%1}}. Correct the name, or define it.</source>
        <translation>Δεν υπάρχει κάτι με το όνομα {{%1}}. Διορθώστε το όνομα ή ορίστε το.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has characters that nobody can see (%2). They are sent as they are and may change what the value means: remove them.</source>
        <translation>Το &quot;%1&quot; περιέχει χαρακτήρες που δεν φαίνονται (%2). Στέλνονται όπως είναι και μπορεί να αλλάξουν τη σημασία της τιμής: αφαιρέστε τους.</translation>
    </message>
    <message>
        <source>&quot;to&quot; has no plus before its number. Both are allowed, but for ViberOtp the document&apos;s examples have it: add it to be sure.</source>
        <translation>Το &quot;to&quot; δεν έχει συν πριν από τον αριθμό. Επιτρέπονται και τα δύο, αλλά στα παραδείγματα του εγγράφου για το ViberOtp υπάρχει: προσθέστε το για σιγουριά.</translation>
    </message>
    <message>
        <source>&quot;senderInfoTrackingId&quot; is not a UUID, as it is in all examples of the document. Check that it is the identifier Routee gave you.</source>
        <translation>Το &quot;senderInfoTrackingId&quot; δεν είναι UUID, όπως σε όλα τα παραδείγματα του εγγράφου. Ελέγξτε ότι είναι το αναγνωριστικό που σας έδωσε η Routee.</translation>
    </message>
    <message>
        <source>The text tells another validity than that of step %1. It is one code: make them agree.</source>
        <translation>Το κείμενο αναφέρει άλλη διάρκεια ισχύος από εκείνο του βήματος %1. Ο κωδικός είναι ένας: κάντε τα να συμφωνούν.</translation>
    </message>
    <message>
        <source>&quot;ttl&quot; is %1 s, but the text says that the code is valid for %2 s: the message may still come when the code no longer works.</source>
        <translation>Το &quot;ttl&quot; είναι %1 s, αλλά το κείμενο λέει ότι ο κωδικός ισχύει για %2 s: το μήνυμα μπορεί να φτάσει όταν ο κωδικός δεν ισχύει πια.</translation>
    </message>
    <message>
        <source>OtpScope&apos;s own variables</source>
        <translation>Μεταβλητές του ίδιου του OtpScope</translation>
    </message>
</context>
<context>
    <name>Handset</name>
    <message>
        <source>seen</source>
        <translation>προβλήθηκε</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>παραδόθηκε</translation>
    </message>
    <message>
        <source>%1, never arrived</source>
        <translation>%1, δεν έφτασε ποτέ</translation>
    </message>
    <message>
        <source>on its way …</source>
        <translation>καθ’ οδόν …</translation>
    </message>
</context>
<context>
    <name>ImportSentences</name>
    <message>
        <source>Credentials in the address were left out. OtpScope gets a token of its own.</source>
        <translation>Τα διαπιστευτήρια της διεύθυνσης παραλείφθηκαν. Το OtpScope ζητά δικό του token.</translation>
    </message>
    <message>
        <source>The cookies were left out. OtpScope gets a token of its own.</source>
        <translation>Τα cookies παραλείφθηκαν. Το OtpScope ζητά δικό του token.</translation>
    </message>
    <message>
        <source>The authorization settings were left out. OtpScope gets a token of its own.</source>
        <translation>Οι ρυθμίσεις εξουσιοδότησης παραλείφθηκαν. Το OtpScope ζητά δικό του token.</translation>
    </message>
    <message>
        <source>The credentials of %1 were left out. OtpScope gets a token of its own.</source>
        <translation>Τα διαπιστευτήρια του %1 παραλείφθηκαν. Το OtpScope ζητά δικό του token.</translation>
    </message>
    <message>
        <source>The header %1 was left out. OtpScope gets a token of its own.</source>
        <translation>Η κεφαλίδα %1 παραλείφθηκε. Το OtpScope ζητά δικό του token.</translation>
    </message>
    <message>
        <source>The header %1 was left out: a flow is the body alone.</source>
        <translation>Η κεφαλίδα %1 παραλείφθηκε: η ροή είναι μόνο το σώμα.</translation>
    </message>
    <message>
        <source>The option %1 was not understood and was left out.</source>
        <translation>Η επιλογή %1 δεν έγινε κατανοητή και παραλείφθηκε.</translation>
    </message>
    <message>
        <source>A word that is neither option, address nor body was left out. Check the quotes of this line.</source>
        <translation>Παραλείφθηκε μια λέξη που δεν είναι ούτε επιλογή ούτε διεύθυνση ούτε σώμα. Ελέγξτε τα εισαγωγικά αυτής της γραμμής.</translation>
    </message>
    <message>
        <source>This line was not understood and was left out.</source>
        <translation>Αυτή η γραμμή δεν έγινε κατανοητή και παραλείφθηκε.</translation>
    </message>
    <message>
        <source>The variable %1 has no value in this text. It stands as {{%1}} now: put a value in its place.</source>
        <translation>Η μεταβλητή %1 δεν έχει τιμή σε αυτό το κείμενο. Στη θέση της μπήκε {{%1}}: γράψτε εκεί μια τιμή.</translation>
    </message>
    <message>
        <source>The variable %1 was replaced by the value that the collection gives it.</source>
        <translation>Η μεταβλητή %1 αντικαταστάθηκε από την τιμή που της δίνει η συλλογή.</translation>
    </message>
    <message>
        <source>A command within the text was not run; its place is empty.</source>
        <translation>Μια εντολή μέσα στο κείμενο δεν εκτελέστηκε· η θέση της έμεινε κενή.</translation>
    </message>
    <message>
        <source>An expression was not evaluated. Paste the JSON text that it makes instead.</source>
        <translation>Μια έκφραση δεν υπολογίστηκε. Επικολλήστε το κείμενο JSON που παράγει.</translation>
    </message>
    <message>
        <source>The quote that opens here is never closed.</source>
        <translation>Το εισαγωγικό που ανοίγει εδώ δεν κλείνει πουθενά.</translation>
    </message>
    <message>
        <source>Typographic quotes, dashes or blanks were read as plain ones.</source>
        <translation>Τυπογραφικά εισαγωγικά, παύλες ή κενά διαβάστηκαν ως απλά.</translation>
    </message>
    <message>
        <source>The line was read as continued, although a shell would end the command there.</source>
        <translation>Η γραμμή διαβάστηκε ως συνεχιζόμενη, αν και ένα κέλυφος θα τελείωνε εκεί την εντολή.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) without a body were left out.</source>
        <translation>
            <numerusform>%n αίτημα χωρίς σώμα παραλείφθηκε.</numerusform>
            <numerusform>%n αιτήματα χωρίς σώμα παραλείφθηκαν.</numerusform>
        </translation>
    </message>
    <message>
        <source>The body is in the file %1, which OtpScope does not read by itself. Import that file.</source>
        <translation>Το σώμα είναι στο αρχείο %1, που το OtpScope δεν διαβάζει από μόνο του. Εισαγάγετε εκείνο το αρχείο.</translation>
    </message>
    <message>
        <source>The command reads its body from elsewhere, not from this text. Paste the body too.</source>
        <translation>Η εντολή παίρνει το σώμα της από αλλού, όχι από αυτό το κείμενο. Επικολλήστε και το σώμα.</translation>
    </message>
    <message>
        <source>The body is a form, not JSON, so there is no flow in it.</source>
        <translation>Το σώμα είναι φόρμα και όχι JSON, οπότε δεν περιέχει ροή.</translation>
    </message>
    <message>
        <source>A body of the kind &quot;%1&quot; was not understood and was left out.</source>
        <translation>Σώμα του είδους «%1» δεν έγινε κατανοητό και παραλείφθηκε.</translation>
    </message>
    <message>
        <source>The command would put its data behind the address; it was taken as the body.</source>
        <translation>Η εντολή θα έβαζε τα δεδομένα της πίσω από τη διεύθυνση· λήφθηκαν ως σώμα.</translation>
    </message>
    <message>
        <source>The command would percent-encode the body; it was taken as JSON.</source>
        <translation>Η εντολή θα κωδικοποιούσε το σώμα με %· λήφθηκε ως JSON.</translation>
    </message>
    <message>
        <source>Backslashes before the quotes of the body were removed.</source>
        <translation>Αφαιρέθηκαν οι ανάστροφες κάθετοι πριν από τα εισαγωγικά του σώματος.</translation>
    </message>
    <message>
        <source>The body is not JSON at its line %1, column %2 (%3).</source>
        <translation>Το σώμα δεν είναι JSON στη γραμμή του %1, στήλη %2 (%3).</translation>
    </message>
    <message>
        <source>The body is not a flow: a flow is an object with a list named &quot;flow&quot;.</source>
        <translation>Το σώμα δεν είναι ροή: ροή είναι ένα αντικείμενο με μια λίστα που λέγεται «flow».</translation>
    </message>
    <message>
        <source>The body is empty.</source>
        <translation>Το σώμα είναι κενό.</translation>
    </message>
    <message>
        <source>There is nothing to import. Paste a request body, a cURL command, a Postman collection or a HAR file.</source>
        <translation>Δεν υπάρχει τίποτα για εισαγωγή. Επικολλήστε σώμα αιτήματος, εντολή cURL, συλλογή Postman ή αρχείο HAR.</translation>
    </message>
    <message>
        <source>This is larger than 64 MB, which is the most that is imported. Is it the right file?</source>
        <translation>Αυτό ξεπερνά τα 64 MB, που είναι το όριο της εισαγωγής. Είναι το σωστό αρχείο;</translation>
    </message>
    <message>
        <source>This is not text in UTF-8 or UTF-16. Save it as UTF-8 and try again.</source>
        <translation>Αυτό δεν είναι κείμενο σε UTF-8 ή UTF-16. Αποθηκεύστε το ως UTF-8 και δοκιμάστε ξανά.</translation>
    </message>
    <message>
        <source>This is an archive. Unpack it and import the file in it.</source>
        <translation>Αυτό είναι συμπιεσμένο αρχείο. Αποσυμπιέστε το και εισαγάγετε το αρχείο που περιέχει.</translation>
    </message>
    <message>
        <source>This is JSON, but neither a flow, a Postman collection nor a HAR file. A flow is an object with a list named &quot;flow&quot;.</source>
        <translation>Αυτό είναι JSON, αλλά ούτε ροή ούτε συλλογή Postman ούτε αρχείο HAR. Ροή είναι ένα αντικείμενο με μια λίστα που λέγεται «flow».</translation>
    </message>
    <message>
        <source>No request was found in this text. It can hold a request body, a cURL or Invoke-RestMethod command, a Postman collection or a HAR file.</source>
        <translation>Δεν βρέθηκε αίτημα σε αυτό το κείμενο. Μπορεί να περιέχει σώμα αιτήματος, εντολή cURL ή Invoke-RestMethod, συλλογή Postman ή αρχείο HAR.</translation>
    </message>
    <message>
        <source>None of the requests in this file has a body, so there is no flow in it.</source>
        <translation>Κανένα αίτημα αυτού του αρχείου δεν έχει σώμα, οπότε δεν περιέχει ροή.</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>Σώμα αιτήματος</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Εντολή</translation>
    </message>
    <message>
        <source>Postman collection</source>
        <translation>Συλλογή Postman</translation>
    </message>
    <message>
        <source>HAR file</source>
        <translation>Αρχείο HAR</translation>
    </message>
    <message>
        <source>OtpScope bundle</source>
        <translation>Πακέτο εκτέλεσης OtpScope</translation>
    </message>
</context>
<context>
    <name>JudgeSentences</name>
    <message>
        <source>Step %1 (%2)</source>
        <extracomment>at the start of a sentence: %1 is its number, %2 its channel</extracomment>
        <translation>Το βήμα %1 (%2)</translation>
    </message>
    <message>
        <source>step %1 (%2)</source>
        <extracomment>within a sentence: %1 is its number, %2 its channel</extracomment>
        <translation>το βήμα %1 (%2)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 δ</translation>
    </message>
    <message>
        <source>%1 reported %2</source>
        <translation>%1: αναφέρθηκε %2</translation>
    </message>
    <message>
        <source>%1 reported %2 %3 after sending</source>
        <translation>%1: αναφέρθηκε %2, %3 μετά την αποστολή</translation>
    </message>
    <message>
        <source>%1 reported %2 %3 after sending (ttl %4 s)</source>
        <translation>%1: αναφέρθηκε %2, %3 μετά την αποστολή (ttl %4 δ)</translation>
    </message>
    <message>
        <source>%1 was delivered and not seen; %2 followed %3 later (ttl %4 s), as failoverOnDelivered demands.</source>
        <translation>%1 παραδόθηκε και δεν προβλήθηκε· %2 ακολούθησε %3 αργότερα (ttl %4 δ), όπως απαιτεί το failoverOnDelivered.</translation>
    </message>
    <message>
        <source>%1; %2 followed, as the document demands.</source>
        <translation>%1· %2 ακολούθησε, όπως απαιτεί το έγγραφο.</translation>
    </message>
    <message>
        <source>%1; %2 followed %3 later, as the document demands.</source>
        <translation>%1· %2 ακολούθησε %3 αργότερα, όπως απαιτεί το έγγραφο.</translation>
    </message>
    <message>
        <source>%1 was tried, but %2 never reported a status that would explain it.</source>
        <translation>%1 δοκιμάστηκε, αλλά για %2 δεν αναφέρθηκε ποτέ κατάσταση που να το εξηγεί.</translation>
    </message>
    <message>
        <source>%1 was tried, but %2 is %3, which is no reason for a failover.</source>
        <translation>%1 δοκιμάστηκε, αλλά %2 είναι σε κατάσταση %3, που δεν δικαιολογεί μετάβαση.</translation>
    </message>
    <message>
        <source>%1 was tried although %2 was delivered and failoverOnDelivered is off.</source>
        <translation>%1 δοκιμάστηκε παρόλο που %2 παραδόθηκε και το failoverOnDelivered είναι ανενεργό.</translation>
    </message>
    <message>
        <source>%1 is %2, so %3 had to be tried, but the service ended the flow as Failed.</source>
        <translation>%1 είναι σε κατάσταση %2, άρα έπρεπε να δοκιμαστεί %3, αλλά η υπηρεσία τερμάτισε τη ροή ως Failed.</translation>
    </message>
    <message>
        <source>%1 had been seen, which stops the flow; %2 was tried %3 later all the same.</source>
        <translation>%1 είχε προβληθεί, κάτι που σταματά τη ροή· παρ’ όλα αυτά %2 δοκιμάστηκε %3 αργότερα.</translation>
    </message>
    <message>
        <source>%1 is %2, so %3 is due, and %4 after that a poll still does not show it.</source>
        <translation>%1 είναι σε κατάσταση %2, άρα αναμένεται %3, αλλά %4 αργότερα μια ερώτηση κατάστασης ακόμη δεν το δείχνει.</translation>
    </message>
    <message>
        <source>%1 was tried %2 after %3 had been delivered; failoverOnDelivered gives it %4 s to be seen.</source>
        <translation>%1 δοκιμάστηκε %2 αφότου %3 παραδόθηκε· το failoverOnDelivered του δίνει %4 δ για να προβληθεί.</translation>
    </message>
    <message>
        <source>%1 reported %2; %3 followed only %4 later.</source>
        <translation>%1: αναφέρθηκε %2· %3 ακολούθησε μόλις %4 αργότερα.</translation>
    </message>
    <message>
        <source>%1 was delivered and its ttl of %2 s ran out; %3 followed only %4 after that.</source>
        <translation>%1 παραδόθηκε και το ttl του, %2 δ, έληξε· %3 ακολούθησε μόλις %4 μετά από αυτό.</translation>
    </message>
    <message>
        <source>%1 was tried, but %2 comes before it and was left out.</source>
        <translation>%1 δοκιμάστηκε, αλλά προηγείται %2, που παραλείφθηκε.</translation>
    </message>
    <message>
        <source>%1 was tried while %2 was still %3.</source>
        <translation>%1 δοκιμάστηκε ενώ %2 ήταν ακόμη σε κατάσταση %3.</translation>
    </message>
    <message>
        <source>%1 was made %2 before %3, whose turn comes first.</source>
        <translation>%1 δημιουργήθηκε %2 πριν από %3, που έχει προτεραιότητα.</translation>
    </message>
    <message>
        <source>%1 and %2 were both delivered: the person got two codes, and two messages are paid for.</source>
        <translation>%1 και %2 παραδόθηκαν και τα δύο: ο παραλήπτης έλαβε δύο κωδικούς και χρεώνονται δύο μηνύματα.</translation>
    </message>
    <message>
        <source>%1 and %2 were both delivered: the person got two codes, and both are paid for, %3 in all.</source>
        <translation>%1 και %2 παραδόθηκαν και τα δύο: ο παραλήπτης έλαβε δύο κωδικούς και χρεώνονται και οι δύο, συνολικά %3.</translation>
    </message>
    <message>
        <source>That is what failoverOnDelivered asks for.</source>
        <translation>Αυτό ζητά το failoverOnDelivered.</translation>
    </message>
    <message>
        <source>%1 was %2, which is final, and %4 later was reported as %3.</source>
        <translation>%1 ήταν σε κατάσταση %2, που είναι τελική, και %4 αργότερα αναφέρθηκε ως %3.</translation>
    </message>
    <message>
        <source>%1 went back from %2 to %3, %4 later.</source>
        <translation>%1 γύρισε πίσω από %2 σε %3, %4 αργότερα.</translation>
    </message>
    <message>
        <source>The ttl of %1, %2 s, has been over for %3, and it is still %4.</source>
        <translation>Το ttl για %1, %2 δ, έχει λήξει εδώ και %3 και η κατάσταση είναι ακόμη %4.</translation>
    </message>
    <message>
        <source>The service reports the flow as Failed although a step was delivered.</source>
        <translation>Η υπηρεσία αναφέρει τη ροή ως Failed παρόλο που ένα βήμα παραδόθηκε.</translation>
    </message>
    <message>
        <source>The service reports the flow as Succeeded although every step tried failed.</source>
        <translation>Η υπηρεσία αναφέρει τη ροή ως Succeeded παρόλο που όλα τα βήματα που δοκιμάστηκαν απέτυχαν.</translation>
    </message>
    <message>
        <source>The service reports the flow as InProgress although nothing can follow any more.</source>
        <translation>Η υπηρεσία αναφέρει τη ροή ως InProgress παρόλο που τίποτα δεν μπορεί πια να ακολουθήσει.</translation>
    </message>
    <message>
        <source>The service reports the flow as Failed.</source>
        <translation>Η υπηρεσία αναφέρει τη ροή ως Failed.</translation>
    </message>
    <message>
        <source>It says: %1.</source>
        <translation>Λέει: %1.</translation>
    </message>
    <message>
        <source>statusCode %1 means: %2.</source>
        <translation>Το statusCode %1 σημαίνει: %2.</translation>
    </message>
    <message>
        <source>What statusCode %1 means is not documented.</source>
        <translation>Το τι σημαίνει το statusCode %1 δεν είναι τεκμηριωμένο.</translation>
    </message>
    <message>
        <source>The send of a flow with %1 steps was answered with status %2; %3 is documented for that.</source>
        <translation>Η αποστολή μιας ροής με πλήθος βημάτων %1 απαντήθηκε με κατάσταση %2· τεκμηριωμένη για αυτό είναι η %3.</translation>
    </message>
    <message>
        <source>Polling saw that %1 became %2, and no webhook told it.</source>
        <translation>Οι ερωτήσεις κατάστασης έδειξαν ότι %1 έγινε %2, και κανένα webhook δεν το ανέφερε.</translation>
    </message>
    <message>
        <source>The webhook that %1 became %2 came %3 after polling had seen it.</source>
        <translation>Το webhook ότι %1 έγινε %2 ήρθε %3 αφού το είχαν δείξει οι ερωτήσεις κατάστασης.</translation>
    </message>
    <message>
        <source>Webhooks that repeat what an earlier one said: %1. Whoever counts them must expect that.</source>
        <translation>Webhooks που επαναλαμβάνουν κάτι που ειπώθηκε ήδη: %1. Όποιος τα μετρά πρέπει να το περιμένει.</translation>
    </message>
    <message>
        <source>Webhooks that came after one with a newer state: %1. They took nothing back.</source>
        <translation>Webhooks που ήρθαν μετά από άλλο με νεότερη κατάσταση: %1. Δεν αναίρεσαν τίποτα.</translation>
    </message>
    <message>
        <source>Webhook and poll differ about %1, at the same status, in: %2. The webhook says &quot;%3&quot;, the poll &quot;%4&quot;.</source>
        <translation>Webhook και ερώτηση κατάστασης διαφωνούν για %1, στην ίδια κατάσταση, σε: %2. Το webhook λέει «%3», η ερώτηση «%4».</translation>
    </message>
    <message>
        <source>total_cost is %1, but the prices of the steps add up to %2.</source>
        <translation>Το total_cost είναι %1, αλλά το άθροισμα των τιμών των βημάτων είναι %2.</translation>
    </message>
    <message>
        <source>%1 went to %2, which is not the number the request names.</source>
        <translation>%1 στάλθηκε στο %2, που δεν είναι ο αριθμός του αιτήματος.</translation>
    </message>
    <message>
        <source>%1 is reported on the channel %2.</source>
        <translation>%1 αναφέρεται στο κανάλι %2.</translation>
    </message>
    <message>
        <source>%1 was delivered %2 before it was made, by the service&apos;s own times.</source>
        <translation>%1 παραδόθηκε %2 πριν δημιουργηθεί, σύμφωνα με τους χρόνους της ίδιας της υπηρεσίας.</translation>
    </message>
    <message>
        <source>The service&apos;s clock is at least %1 ahead of this machine&apos;s.</source>
        <translation>Το ρολόι της υπηρεσίας είναι τουλάχιστον %1 μπροστά από αυτού του υπολογιστή.</translation>
    </message>
    <message>
        <source>The service&apos;s clock is at least %1 behind this machine&apos;s.</source>
        <translation>Το ρολόι της υπηρεσίας είναι τουλάχιστον %1 πίσω από αυτού του υπολογιστή.</translation>
    </message>
    <message>
        <source>That looks like times of another zone written without it.</source>
        <translation>Μοιάζει με ώρες άλλης ζώνης, γραμμένες χωρίς αυτήν.</translation>
    </message>
    <message>
        <source>%1 was %2 at a poll %3 after sending</source>
        <translation>%1: μια ερώτηση κατάστασης έδειξε %2, %3 μετά την αποστολή</translation>
    </message>
    <message>
        <source>%1 was %2 at a poll %3 after sending (ttl %4 s)</source>
        <translation>%1: μια ερώτηση κατάστασης έδειξε %2, %3 μετά την αποστολή (ttl %4 δ)</translation>
    </message>
    <message>
        <source>%1 became %2 between two polls, %3 and %4 after sending</source>
        <translation>%1 έγινε %2 ανάμεσα σε δύο ερωτήσεις κατάστασης, %3 και %4 μετά την αποστολή</translation>
    </message>
    <message>
        <source>%1 became %2 between two polls, %3 and %4 after sending (ttl %5 s)</source>
        <translation>%1 έγινε %2 ανάμεσα σε δύο ερωτήσεις κατάστασης, %3 και %4 μετά την αποστολή (ttl %5 δ)</translation>
    </message>
    <message>
        <source>%1 was delivered and not seen; %2 followed, as failoverOnDelivered demands.</source>
        <translation>%1 παραδόθηκε και δεν προβλήθηκε· %2 ακολούθησε, όπως απαιτεί το failoverOnDelivered.</translation>
    </message>
    <message>
        <source>%1; %2 followed, as the document demands, and was made %3 after sending.</source>
        <translation>%1· %2 ακολούθησε, όπως απαιτεί το έγγραφο, και δημιουργήθηκε %3 μετά την αποστολή.</translation>
    </message>
    <message>
        <source>%1 had been seen, which stops the flow; %2 was tried after that all the same.</source>
        <translation>%1 είχε προβληθεί, κάτι που σταματά τη ροή· παρ’ όλα αυτά %2 δοκιμάστηκε μετά από αυτό.</translation>
    </message>
    <message>
        <source>%1 is %2, so %3 is due, and at least %4 after that a poll still does not show it.</source>
        <translation>%1 είναι σε κατάσταση %2, άρα αναμένεται %3, αλλά τουλάχιστον %4 αργότερα μια ερώτηση κατάστασης ακόμη δεν το δείχνει.</translation>
    </message>
    <message>
        <source>%1 was tried at most %2 after %3 had been delivered; failoverOnDelivered gives it %4 s to be seen.</source>
        <translation>%1 δοκιμάστηκε το πολύ %2 αφότου %3 παραδόθηκε· το failoverOnDelivered του δίνει %4 δ για να προβληθεί.</translation>
    </message>
    <message>
        <source>%1 was %2 at a poll; %3 followed only %4 after that poll.</source>
        <translation>%1: μια ερώτηση κατάστασης έδειξε %2· %3 ακολούθησε μόλις %4 μετά από αυτήν.</translation>
    </message>
    <message>
        <source>%1 was delivered and its ttl of %2 s ran out; %3 followed %4 after that or later still.</source>
        <translation>%1 παραδόθηκε και το ttl του, %2 δ, έληξε· %3 ακολούθησε %4 μετά από αυτό ή ακόμη αργότερα.</translation>
    </message>
    <message>
        <source>The ttl of %1, %2 s, has been over for at least %3, and it is still %4.</source>
        <translation>Το ttl για %1, %2 δ, έχει λήξει εδώ και τουλάχιστον %3 και η κατάσταση είναι ακόμη %4.</translation>
    </message>
    <message>
        <source>Polling saw that %1 became %2, and no webhook told it in the %3 until the run ended.</source>
        <translation>Οι ερωτήσεις κατάστασης έδειξαν ότι %1 έγινε %2, και κανένα webhook δεν το ανέφερε στο διάστημα (%3) ως το τέλος της εκτέλεσης.</translation>
    </message>
</context>
<context>
    <name>ProblemSentences</name>
    <message>
        <source>The text is too large to be a flow. Check that this is the right file.</source>
        <translation>Το κείμενο είναι πολύ μεγάλο για ροή. Ελέγξτε αν αυτό είναι το σωστό αρχείο.</translation>
    </message>
    <message>
        <source>The JSON is nested too deeply at line %1, column %2. Remove levels there.</source>
        <translation>Το JSON έχει πάρα πολλά επίπεδα στη γραμμή %1, στήλη %2. Αφαιρέστε επίπεδα εκεί.</translation>
    </message>
    <message>
        <source>The text is not UTF-8 at line %1, column %2. Save it as UTF-8 and try again.</source>
        <translation>Το κείμενο δεν είναι UTF-8 στη γραμμή %1, στήλη %2. Αποθηκεύστε το ως UTF-8 και δοκιμάστε ξανά.</translation>
    </message>
    <message>
        <source>This is not JSON at line %1, column %2. Correct the text there (%3).</source>
        <extracomment>%3 is what the JSON parser says, in English</extracomment>
        <translation>Το κείμενο δεν είναι JSON στη γραμμή %1, στήλη %2. Διορθώστε το εκεί (%3).</translation>
    </message>
    <message>
        <source>This is JSON, but not a flow. A flow is an object with a list named &quot;flow&quot;.</source>
        <translation>Αυτό είναι JSON, αλλά όχι ροή. Η ροή είναι ένα αντικείμενο με μια λίστα που λέγεται &quot;flow&quot;.</translation>
    </message>
    <message>
        <source>Viber</source>
        <translation>Viber</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Unknown channel</source>
        <translation>Άγνωστο κανάλι</translation>
    </message>
    <message>
        <source>Send answer</source>
        <translation>Απάντηση</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Ερώτηση</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>−%1</source>
        <extracomment>a negative duration: a minus sign before it</extracomment>
        <translation>−%1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Line %1 is left out: it is not JSON at column %2.</source>
        <translation>Η γραμμή %1 παραλείπεται: δεν είναι JSON στη στήλη %2.</translation>
    </message>
    <message>
        <source>Line %1 is left out: it is JSON, but not an object.</source>
        <translation>Η γραμμή %1 παραλείπεται: είναι JSON, αλλά όχι αντικείμενο.</translation>
    </message>
    <message>
        <source>Line %1 is left out: &quot;source&quot; is send, poll or webhook.</source>
        <translation>Η γραμμή %1 παραλείπεται: το &quot;source&quot; είναι send, poll ή webhook.</translation>
    </message>
    <message>
        <source>Line %1 is left out: &quot;at&quot; is no ISO 8601 time.</source>
        <translation>Η γραμμή %1 παραλείπεται: το &quot;at&quot; δεν είναι χρόνος ISO 8601.</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Port %1 is in use by another program</source>
        <translation>Τη θύρα %1 τη χρησιμοποιεί άλλο πρόγραμμα</translation>
    </message>
    <message>
        <source>This account may not listen on port %1</source>
        <translation>Αυτός ο λογαριασμός δεν επιτρέπεται να ακούει στη θύρα %1</translation>
    </message>
    <message>
        <source>The address %1 is not one of this machine&apos;s</source>
        <translation>Η διεύθυνση %1 δεν ανήκει σε αυτόν τον υπολογιστή</translation>
    </message>
    <message>
        <source>The store %1 is in use by another OtpScope. Runs are kept in memory until this window closes; close the other one and start again to keep them.</source>
        <translation>Την αποθήκη %1 τη χρησιμοποιεί άλλο OtpScope. Οι εκτελέσεις μένουν στη μνήμη μέχρι να κλείσει αυτό το παράθυρο. Για να διατηρηθούν, κλείστε το άλλο και ξεκινήστε πάλι.</translation>
    </message>
    <message>
        <source>The store %1 cannot be written. Runs are kept in memory until this window closes; allow writing there and start again to keep them.</source>
        <translation>Η αποθήκη %1 δεν είναι εγγράψιμη. Οι εκτελέσεις μένουν στη μνήμη μέχρι να κλείσει αυτό το παράθυρο. Για να διατηρηθούν, επιτρέψτε την εγγραφή εκεί και ξεκινήστε πάλι.</translation>
    </message>
    <message>
        <source>The disk with the store %1 is full. Make room there: nothing that was seen is lost while this window stays open.</source>
        <translation>Ο δίσκος με την αποθήκη %1 είναι γεμάτος. Ελευθερώστε χώρο εκεί: τίποτα από όσα καταγράφηκαν δεν χάνεται, όσο μένει ανοιχτό αυτό το παράθυρο.</translation>
    </message>
    <message>
        <source>%1 is not a store of OtpScope. Runs are kept in memory until this window closes; move that file away and start again.</source>
        <translation>Το %1 δεν είναι αποθήκη του OtpScope. Οι εκτελέσεις μένουν στη μνήμη μέχρι να κλείσει αυτό το παράθυρο. Μεταφέρετε το αρχείο αλλού και ξεκινήστε πάλι.</translation>
    </message>
    <message>
        <source>The store %1 is from a newer OtpScope and was left as it is. Runs are kept in memory until this window closes; use the newer program.</source>
        <translation>Η αποθήκη %1 είναι από νεότερο OtpScope και έμεινε όπως ήταν. Οι εκτελέσεις μένουν στη μνήμη μέχρι να κλείσει αυτό το παράθυρο. Χρησιμοποιήστε το νεότερο πρόγραμμα.</translation>
    </message>
    <message>
        <source>The store %1 does not work: %2. What was seen is kept in memory until this window closes.</source>
        <translation>Η αποθήκη %1 δεν λειτουργεί: %2. Όσα καταγράφηκαν μένουν στη μνήμη μέχρι να κλείσει αυτό το παράθυρο.</translation>
    </message>
    <message>
        <source>The built-in simulator did not start: %1. Restart OtpScope, or send to another address.</source>
        <translation>Ο ενσωματωμένος προσομοιωτής δεν ξεκίνησε: %1. Ξεκινήστε πάλι το OtpScope ή στείλτε σε άλλη διεύθυνση.</translation>
    </message>
    <message>
        <source>The run was followed for as long as was asked and is still open.</source>
        <translation>Η εκτέλεση παρακολουθήθηκε όση ώρα ζητήθηκε και είναι ακόμη ανοιχτή.</translation>
    </message>
    <message>
        <source>The run is no longer followed. What was sent stays sent.</source>
        <translation>Η εκτέλεση δεν παρακολουθείται πια. Ό,τι στάλθηκε, παραμένει σταλμένο.</translation>
    </message>
    <message>
        <source>The run could not be written to the store, so nothing was sent. Make room or allow writing there, then send again.</source>
        <translation>Η εκτέλεση δεν μπόρεσε να γραφτεί στην αποθήκη, γι’ αυτό δεν στάλθηκε τίποτα. Ελευθερώστε χώρο ή επιτρέψτε την εγγραφή εκεί και στείλτε πάλι.</translation>
    </message>
    <message>
        <source>The service did not take the flow. The event list shows its answer: check the address and the credentials, then send again.</source>
        <translation>Η υπηρεσία δεν δέχτηκε τη ροή. Η λίστα συμβάντων δείχνει την απάντησή της: ελέγξτε τη διεύθυνση και τα διαπιστευτήρια και στείλτε πάλι.</translation>
    </message>
    <message>
        <source>The history is open in another program. The runs of this window are kept in %1; close the other program and start again to see the history.</source>
        <translation>Το ιστορικό είναι ανοιχτό σε άλλο πρόγραμμα. Οι εκτελέσεις αυτού του παραθύρου φυλάσσονται στο %1. Για να δείτε το ιστορικό, κλείστε το άλλο πρόγραμμα και ξεκινήστε πάλι.</translation>
    </message>
    <message>
        <source>The store was damaged. It was kept as %1, and a new one was begun.</source>
        <translation>Η αποθήκη είχε υποστεί βλάβη. Φυλάχτηκε ως %1, και άρχισε μια νέα.</translation>
    </message>
    <message>
        <source>Not stored</source>
        <translation>Δεν αποθηκεύτηκε</translation>
    </message>
    <message>
        <source>Kept in memory only</source>
        <translation>Μόνο στη μνήμη</translation>
    </message>
    <message>
        <source>Stored in a separate file</source>
        <translation>Αποθήκευση σε χωριστό αρχείο</translation>
    </message>
    <message>
        <source>Everything stored</source>
        <translation>Όλα αποθηκευμένα</translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation>Χωρίς token ακόμη</translation>
    </message>
    <message>
        <source>Asking for a token</source>
        <translation>Ζητείται token</translation>
    </message>
    <message>
        <source>Token valid</source>
        <translation>Το token ισχύει</translation>
    </message>
    <message>
        <source>Token valid for %1</source>
        <translation>Το token ισχύει για %1</translation>
    </message>
    <message>
        <source>Token refused</source>
        <translation>Το token απορρίφθηκε</translation>
    </message>
    <message>
        <source>No token</source>
        <translation>Χωρίς token</translation>
    </message>
    <message>
        <source>Receiver off</source>
        <translation>Δέκτης εκτός λειτουργίας</translation>
    </message>
    <message numerus="yes">
        <source>Receiver %1, %n webhook(s) not stored</source>
        <translation>
            <numerusform>Δέκτης %1, %n webhook δεν αποθηκεύτηκε</numerusform>
            <numerusform>Δέκτης %1, %n webhook δεν αποθηκεύτηκαν</numerusform>
        </translation>
    </message>
    <message>
        <source>Receiver %1 listens</source>
        <translation>Ο δέκτης %1 ακούει</translation>
    </message>
    <message>
        <source>Receiver %1, self-test %2 ago</source>
        <translation>Δέκτης %1, αυτοέλεγχος πριν από %2</translation>
    </message>
    <message numerus="yes">
        <source>Receiver %1, %n webhook(s) stored, self-test %2 ago</source>
        <translation>
            <numerusform>Δέκτης %1, αποθηκεύτηκε %n webhook, αυτοέλεγχος πριν από %2</numerusform>
            <numerusform>Δέκτης %1, αποθηκεύτηκαν %n webhook, αυτοέλεγχος πριν από %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent: %1 may not be sent to in %2. Allow the number under “Edit environments…”, on the page “Sending”.</source>
        <translation>Δεν στάλθηκε τίποτα: στο %2 δεν επιτρέπεται αποστολή προς %1. Επιτρέψτε τον αριθμό στο «Επεξεργασία περιβαλλόντων…», στη σελίδα «Αποστολή».</translation>
    </message>
    <message>
        <source>Nothing was sent: as many flows as %1 allows for a day have left. Raise the limit under “Edit environments…”, on the page “Sending”.</source>
        <translation>Δεν στάλθηκε τίποτα: έφυγαν όσες ροές επιτρέπει το %1 για μία ημέρα. Αυξήστε το όριο στο «Επεξεργασία περιβαλλόντων…», στη σελίδα «Αποστολή».</translation>
    </message>
    <message>
        <source>Nothing was sent: %1 has a limit of flows a day, and they could not be counted in %2. Make room or allow writing there.</source>
        <translation>Δεν στάλθηκε τίποτα: το %1 έχει όριο ροών την ημέρα και δεν ήταν δυνατό να μετρηθούν στο %2. Ελευθερώστε χώρο ή επιτρέψτε εκεί την εγγραφή.</translation>
    </message>
    <message>
        <source>Nothing was sent: %1 cannot be read, or holds no certificate. Correct it under “Edit environments…”, on the page “Network”.</source>
        <translation>Δεν στάλθηκε τίποτα: το %1 δεν διαβάζεται ή δεν περιέχει πιστοποιητικό. Διορθώστε το στο «Επεξεργασία περιβαλλόντων…», στη σελίδα «Δίκτυο».</translation>
    </message>
    <message>
        <source>%1 cannot be read as environments: it is no JSON.</source>
        <translation>Το %1 δεν διαβάζεται ως περιβάλλοντα: δεν είναι JSON.</translation>
    </message>
    <message>
        <source>%1 holds no environments of OtpScope.</source>
        <translation>Το %1 δεν περιέχει περιβάλλοντα του OtpScope.</translation>
    </message>
    <message>
        <source>%1 is from a newer OtpScope. It is left as it is, and changes to environments are not kept; use the newer program.</source>
        <translation>Το %1 είναι από νεότερο OtpScope. Μένει όπως είναι και οι αλλαγές στα περιβάλλοντα δεν φυλάσσονται· χρησιμοποιήστε το νεότερο πρόγραμμα.</translation>
    </message>
    <message>
        <source>%1 holds environments, but the value at %2 makes no sense.</source>
        <translation>Το %1 περιέχει περιβάλλοντα, αλλά η τιμή στο %2 δεν βγάζει νόημα.</translation>
    </message>
    <message>
        <source>Receiver %1 is not reached</source>
        <translation>Ο δέκτης %1 δεν φτάνεται</translation>
    </message>
    <message>
        <source>The self-test posted to the address and nothing came in: %1</source>
        <translation>Ο αυτοέλεγχος έστειλε στη διεύθυνση και δεν ήρθε τίποτα: %1</translation>
    </message>
    <message>
        <source>The self-test took %1 ms. It came by %2.</source>
        <translation>Ο αυτοέλεγχος χρειάστηκε %1 ms. Ήρθε μέσω %2.</translation>
    </message>
    <message>
        <source>The tunnel for webhooks ended and is started again in %1 s. It said: %2</source>
        <translation>Η σήραγγα για τα webhook τερματίστηκε και ξεκινά πάλι σε %1 δ. Είπε: %2</translation>
    </message>
    <message>
        <source>%1 (the proxy %2 says so in %3)</source>
        <translation>%1 (το δηλώνει ο διαμεσολαβητής %2 στο %3)</translation>
    </message>
    <message>
        <source>an address that the proxy %1 does not tell in %2</source>
        <translation>διεύθυνση που ο διαμεσολαβητής %1 δεν δηλώνει στο %2</translation>
    </message>
    <message>
        <source>an unknown address (Forwarded and X-Forwarded-For, handed on by the proxy %1, contradict each other)</source>
        <translation>άγνωστη διεύθυνση (τα Forwarded και X-Forwarded-For που μεταφέρει ο διαμεσολαβητής %1 αντιφάσκουν)</translation>
    </message>
    <message>
        <source>It counts as coming from %1.</source>
        <translation>Θεωρείται ότι προέρχεται από %1.</translation>
    </message>
    <message>
        <source>Webhooks from there would be refused: it is not on the list of sources.</source>
        <translation>Webhooks από εκεί θα απορρίπτονταν: δεν είναι στον κατάλογο των πηγών.</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) from elsewhere refused, the last from %1.</source>
        <translation>
            <numerusform>Απορρίφθηκε %n αποστολή από αλλού, η τελευταία από %1.</numerusform>
            <numerusform>Απορρίφθηκαν %n αποστολές από αλλού, η τελευταία από %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No webhooks can come in: %1 Runs are followed by polling alone.</source>
        <translation>Δεν μπορούν να φτάσουν webhooks: %1 Οι εκτελέσεις παρακολουθούνται μόνο με ερωτήματα.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>Το %1 δεν μπορεί να διαβαστεί (%2).</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form.</source>
        <translation>Το %1 δεν περιέχει πιστοποιητικό σε μορφή PEM.</translation>
    </message>
    <message>
        <source>%1 holds no RSA or EC key in PEM form.</source>
        <translation>Το %1 δεν περιέχει κλειδί RSA ή EC σε μορφή PEM.</translation>
    </message>
    <message>
        <source>The key in %1 has a passphrase, which nobody could enter when the receiver starts. Write it without one (openssl pkey -in … -out …) to a file that only you can read.</source>
        <translation>Το κλειδί στο %1 έχει συνθηματικό, που κανείς δεν θα μπορούσε να δώσει όταν ξεκινά ο παραλήπτης. Γράψτε το χωρίς συνθηματικό (openssl pkey -in … -out …) σε αρχείο που μόνο εσείς μπορείτε να διαβάσετε.</translation>
    </message>
    <message>
        <source>The certificate in %1 is not valid before %2.</source>
        <translation>Το πιστοποιητικό στο %1 δεν ισχύει πριν από τις %2.</translation>
    </message>
    <message>
        <source>The certificate in %1 expired on %2. Get a new one.</source>
        <translation>Το πιστοποιητικό στο %1 έληξε στις %2. Προμηθευτείτε νέο.</translation>
    </message>
    <message>
        <source>The key in %1 does not fit the certificate (%2).</source>
        <translation>Το κλειδί στο %1 δεν ταιριάζει με το πιστοποιητικό (%2).</translation>
    </message>
    <message>
        <source>The tunnel for webhooks runs but names no address, so nobody can be told to post there. Enter the public address it leads to under “Edit environments…”, on the page “Webhooks”.</source>
        <translation>Η σήραγγα για τα webhooks λειτουργεί, αλλά δεν αναφέρει διεύθυνση, οπότε κανείς δεν μπορεί να στείλει εκεί. Δώστε τη δημόσια διεύθυνση στην οποία οδηγεί στο «Επεξεργασία περιβαλλόντων…», στη σελίδα «Webhooks».</translation>
    </message>
    <message>
        <source>The key in %1 does not fit the certificate.</source>
        <translation>Το κλειδί στο %1 δεν ταιριάζει με το πιστοποιητικό.</translation>
    </message>
    <message>
        <source>%1 knows no flow with the id %2 (HTTP 404). Nothing was sent. Check the id, and whether that flow was sent there.</source>
        <translation>Η ροή με αναγνωριστικό %2 δεν υπάρχει εκεί: %1 (HTTP 404). Δεν στάλθηκε τίποτα. Ελέγξτε το αναγνωριστικό και αν η ροή στάλθηκε πράγματι σε αυτό το περιβάλλον.</translation>
    </message>
    <message>
        <source>%1 did not tell about the flow %2. Nothing was sent. The event list shows its answer: check the address and the credentials, then follow it again.</source>
        <translation>Δεν δόθηκαν στοιχεία για τη ροή %2: %1. Δεν στάλθηκε τίποτα. Η λίστα συμβάντων δείχνει την απάντηση: ελέγξτε τη διεύθυνση και τα διαπιστευτήρια και παρακολουθήστε την πάλι.</translation>
    </message>
</context>
<context>
    <name>RepairSentences</name>
    <message>
        <source>Write %1</source>
        <extracomment>A button; %1 is a value as JSON has it, for instance &quot;en&quot; or 300</extracomment>
        <translation>Γράψε %1</translation>
    </message>
    <message>
        <source>Remove the field</source>
        <translation>Αφαίρεση του πεδίου</translation>
    </message>
    <message>
        <source>Rename to %1</source>
        <extracomment>A button; %1 is the name of a field</extracomment>
        <translation>Μετονομασία σε %1</translation>
    </message>
    <message>
        <source>Add the plus</source>
        <translation>Προσθήκη του συν</translation>
    </message>
    <message>
        <source>Remove the plus</source>
        <translation>Αφαίρεση του συν</translation>
    </message>
    <message>
        <source>Put the pin into the text</source>
        <translation>Εισαγωγή του pin στο κείμενο</translation>
    </message>
    <message>
        <source>Take that of step %1</source>
        <extracomment>A button; %1 is the number of a step</extracomment>
        <translation>Χρήση του παραλήπτη του βήματος %1</translation>
    </message>
    <message>
        <source>Change it to %1</source>
        <extracomment>A button; %1 is a value as JSON has it</extracomment>
        <translation>Αλλαγή σε %1</translation>
    </message>
    <message>
        <source>Take the template id of %1</source>
        <extracomment>A button; %1 is a template type, for instance with_validity</extracomment>
        <translation>Χρήση του αναγνωριστικού προτύπου του %1</translation>
    </message>
    <message>
        <source>Number 1, 2, …</source>
        <translation>Αρίθμηση 1, 2, …</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>Αφαίρεσή τους</translation>
    </message>
</context>
<context>
    <name>RuleSources</name>
    <message>
        <source>API document 4.3: the next channel is tried when Viber reports Expired, Failed, Undelivered or Unsent, or when SMS reports Undelivered, Failed or Unsent.</source>
        <translation>Έγγραφο API 4.3: το επόμενο κανάλι δοκιμάζεται όταν το Viber αναφέρει Expired, Failed, Undelivered ή Unsent, ή όταν το SMS αναφέρει Undelivered, Failed ή Unsent.</translation>
    </message>
    <message>
        <source>API document 4.2: with failoverOnDelivered the next channel follows ttl seconds after Delivered; without it, Delivered leads to none.</source>
        <translation>Έγγραφο API 4.2: με failoverOnDelivered το επόμενο κανάλι ακολουθεί ttl δευτερόλεπτα μετά το Delivered· χωρίς αυτό, το Delivered δεν οδηγεί σε κανένα.</translation>
    </message>
    <message>
        <source>API document 4.3: SEEN stops the flow; no further channel is tried.</source>
        <translation>Έγγραφο API 4.3: το SEEN σταματά τη ροή· δεν δοκιμάζεται άλλο κανάλι.</translation>
    </message>
    <message>
        <source>API document 4.1: the steps of the request are tried one after the other, by their order.</source>
        <translation>Έγγραφο API 4.1: τα βήματα του αιτήματος δοκιμάζονται το ένα μετά το άλλο, κατά το order τους.</translation>
    </message>
    <message>
        <source>API document 4.2: the ttl is how long a message is valid. How soon after it a status has to come is not written.</source>
        <translation>Έγγραφο API 4.2: το ttl είναι η διάρκεια ισχύος του μηνύματος. Το πόσο σύντομα μετά πρέπει να έρθει κατάσταση δεν γράφεται.</translation>
    </message>
    <message>
        <source>API document 4.3: the table of the statuses each channel has.</source>
        <translation>Έγγραφο API 4.3: ο πίνακας των καταστάσεων κάθε καναλιού.</translation>
    </message>
    <message>
        <source>API document 4.3: Delivered, Undelivered, Failed and Unsent are final for SMS. That Viber goes back no more than that follows from what its statuses mean.</source>
        <translation>Έγγραφο API 4.3: τα Delivered, Undelivered, Failed και Unsent είναι τελικά για το SMS. Το ότι ούτε το Viber γυρίζει πίσω προκύπτει από το νόημα των καταστάσεών του.</translation>
    </message>
    <message>
        <source>Routee&apos;s page about failover statuses, a neighbour of this API: Succeeded when a channel delivered, Failed when all that were tried failed, InProgress until then.</source>
        <translation>Σελίδα της Routee για τις καταστάσεις failover, γειτονική αυτού του API: Succeeded όταν ένα κανάλι παρέδωσε, Failed όταν απέτυχαν όλα όσα δοκιμάστηκαν, InProgress μέχρι τότε.</translation>
    </message>
    <message>
        <source>API document 4.1: a send is answered with Succeeded for one step, InProgress for several, and Failed where no channel took it.</source>
        <translation>Έγγραφο API 4.1: η αποστολή απαντάται με Succeeded για ένα βήμα, InProgress για περισσότερα και Failed όταν κανένα κανάλι δεν τη δέχτηκε.</translation>
    </message>
    <message>
        <source>API document 4.1: the fields a request must have; Routee&apos;s reference of this API: HTTP 422 where they are wrong.</source>
        <translation>Έγγραφο API 4.1: τα πεδία που πρέπει να έχει ένα αίτημα· τεκμηρίωση της Routee για αυτό το API: HTTP 422 όταν είναι λάθος.</translation>
    </message>
    <message>
        <source>Routee&apos;s quick reference of this API: what each statusCode means.</source>
        <translation>Σύντομη αναφορά της Routee για αυτό το API: τι σημαίνει κάθε statusCode.</translation>
    </message>
    <message>
        <source>API document 4.1: the callback gets a POST on each change of a status and when the failover is sent. How soon is not written.</source>
        <translation>Έγγραφο API 4.1: το callback λαμβάνει POST σε κάθε αλλαγή κατάστασης και όταν στέλνεται η μετάβαση. Το πόσο σύντομα δεν γράφεται.</translation>
    </message>
    <message>
        <source>Routee&apos;s page about webhooks of this API: nothing is posted again while the status stays the same; an order is not promised.</source>
        <translation>Σελίδα της Routee για τα webhooks αυτού του API: τίποτα δεν στέλνεται ξανά όσο η κατάσταση μένει ίδια· η σειρά δεν είναι εγγυημένη.</translation>
    </message>
    <message>
        <source>Routee&apos;s page about webhooks of this API: a webhook says what the tracking answer says.</source>
        <translation>Σελίδα της Routee για τα webhooks αυτού του API: ένα webhook λέει ό,τι λέει και η απάντηση παρακολούθησης.</translation>
    </message>
    <message>
        <source>Routee&apos;s page about tracking of this API: total_cost is the sum of the prices that are known.</source>
        <translation>Σελίδα της Routee για την παρακολούθηση αυτού του API: το total_cost είναι το άθροισμα των γνωστών τιμών.</translation>
    </message>
    <message>
        <source>API document 4.1: a step goes to the number in its field to, on the channel its type names.</source>
        <translation>Έγγραφο API 4.1: ένα βήμα πηγαίνει στον αριθμό του πεδίου to, στο κανάλι που ορίζει το type.</translation>
    </message>
    <message>
        <source>Routee&apos;s page about tracking of this API: created_at and delivered_at of a step.</source>
        <translation>Σελίδα της Routee για την παρακολούθηση αυτού του API: created_at και delivered_at ενός βήματος.</translation>
    </message>
    <message>
        <source>No document: the service&apos;s times are held against this machine&apos;s clock.</source>
        <translation>Κανένα έγγραφο: οι χρόνοι της υπηρεσίας συγκρίνονται με το ρολόι αυτού του υπολογιστή.</translation>
    </message>
    <message>
        <source>Your expectation of this run.</source>
        <translation>Η προσδοκία σας από αυτήν την εκτέλεση.</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>nothing delivered</source>
        <translation>τίποτα δεν παραδόθηκε</translation>
    </message>
    <message>
        <source>%1 seen</source>
        <translation>%1: προβλήθηκε</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>%1: παραδόθηκε</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ανοιχτή</translation>
    </message>
    <message>
        <source>send failed</source>
        <translation>η αποστολή απέτυχε</translation>
    </message>
    <message>
        <source>not known whether sent</source>
        <translation>άγνωστο αν στάλθηκε</translation>
    </message>
    <message>
        <source>ended by the service</source>
        <translation>την τερμάτισε η υπηρεσία</translation>
    </message>
    <message>
        <source>flow %1</source>
        <translation>ροή %1</translation>
    </message>
    <message>
        <source>followed live</source>
        <translation>παρακολουθείται ζωντανά</translation>
    </message>
    <message>
        <source>not followed</source>
        <translation>δεν παρακολουθείται</translation>
    </message>
    <message>
        <source>cost so far %1</source>
        <translation>κόστος έως τώρα %1</translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s)</source>
        <translation>
            <numerusform>%n webhook</numerusform>
            <numerusform>%n webhook</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n poll(s)</source>
        <translation>
            <numerusform>%n ερώτηση κατάστασης</numerusform>
            <numerusform>%n ερωτήσεις κατάστασης</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not understood</source>
        <translation>
            <numerusform>%n δεν έγινε κατανοητή</numerusform>
            <numerusform>%n δεν έγιναν κατανοητές</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <extracomment>%1 is &quot;SMS delivered&quot; or so, %2 a duration</extracomment>
        <translation>%1 μετά από %2</translation>
    </message>
    <message>
        <source>%1, the price was not told</source>
        <translation>%1, η τιμή δεν αναφέρθηκε</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1, με κόστος %2</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n σφάλμα</numerusform>
            <numerusform>%n σφάλματα</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n προειδοποίηση</numerusform>
            <numerusform>%n προειδοποιήσεις</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expectation(s) failed</source>
        <translation>
            <numerusform>%n προσδοκία δεν εκπληρώθηκε</numerusform>
            <numerusform>%n προσδοκίες δεν εκπληρώθηκαν</numerusform>
        </translation>
    </message>
    <message>
        <source>No finding against the service</source>
        <translation>Κανένα εύρημα κατά της υπηρεσίας</translation>
    </message>
    <message>
        <source>No finding so far</source>
        <translation>Κανένα εύρημα ως τώρα</translation>
    </message>
    <message>
        <source>accepted, not yet delivered</source>
        <translation>έγινε δεκτή, δεν έχει παραδοθεί ακόμη</translation>
    </message>
</context>
<context>
    <name>RunSentences</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a whole sentence, %2 what the network or the service said about it</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It brought no body, so it says nothing about the flow.</source>
        <translation>Ήρθε χωρίς σώμα, οπότε δεν λέει τίποτα για τη ροή.</translation>
    </message>
    <message>
        <source>The body is not JSON.</source>
        <translation>Το σώμα δεν είναι JSON.</translation>
    </message>
    <message>
        <source>The body is JSON, but has neither flowId nor status nor steps, so it says nothing about a flow.</source>
        <translation>Το σώμα είναι JSON, αλλά δεν έχει ούτε flowId ούτε status ούτε βήματα, οπότε δεν λέει τίποτα για μια ροή.</translation>
    </message>
    <message>
        <source>The answer is an error and says nothing about the flow. Its HTTP status and body have the reason.</source>
        <translation>Η απάντηση είναι σφάλμα και δεν λέει τίποτα για τη ροή. Η αιτία βρίσκεται στην κατάσταση HTTP και στο σώμα της.</translation>
    </message>
    <message>
        <source>An answer came, but it says nothing about the flow. Whether the flow was sent is unknown; look at the phone before you send again.</source>
        <translation>Ήρθε απάντηση, αλλά δεν λέει τίποτα για τη ροή. Είναι άγνωστο αν στάλθηκε η ροή. Κοιτάξτε το τηλέφωνο, πριν στείλετε πάλι.</translation>
    </message>
    <message>
        <source>Nothing answers at the service&apos;s address, so nothing was sent. Check the address and the network.</source>
        <translation>Στη διεύθυνση της υπηρεσίας δεν απαντά κανείς, οπότε δεν στάλθηκε τίποτα. Ελέγξτε τη διεύθυνση και το δίκτυο.</translation>
    </message>
    <message>
        <source>No secure connection could be made, so nothing was sent. Check the address, the certificate and this machine&apos;s clock.</source>
        <translation>Δεν έγινε ασφαλής σύνδεση, οπότε δεν στάλθηκε τίποτα. Ελέγξτε τη διεύθυνση, το πιστοποιητικό και το ρολόι του υπολογιστή.</translation>
    </message>
    <message>
        <source>No answer came. Whether the flow was sent is unknown; look at the phone before you send again.</source>
        <translation>Δεν ήρθε απάντηση. Είναι άγνωστο αν στάλθηκε η ροή. Κοιτάξτε το τηλέφωνο, πριν στείλετε πάλι.</translation>
    </message>
    <message>
        <source>The answer was cut short. Whether the flow was sent is unknown; look at the phone before you send again.</source>
        <translation>Η απάντηση κόπηκε στη μέση. Είναι άγνωστο αν στάλθηκε η ροή. Κοιτάξτε το τηλέφωνο, πριν στείλετε πάλι.</translation>
    </message>
    <message>
        <source>The answer was too large to be read. Whether the flow was sent is unknown; look at the phone before you send again.</source>
        <translation>Η απάντηση ήταν πολύ μεγάλη για να διαβαστεί. Είναι άγνωστο αν στάλθηκε η ροή. Κοιτάξτε το τηλέφωνο, πριν στείλετε πάλι.</translation>
    </message>
    <message>
        <source>The service points to another address, which is never followed, so nothing was sent. Put the right address into the environment.</source>
        <translation>Η υπηρεσία παραπέμπει σε άλλη διεύθυνση. Τέτοια παραπομπή δεν ακολουθείται ποτέ, οπότε δεν στάλθηκε τίποτα. Βάλτε τη σωστή διεύθυνση στο περιβάλλον.</translation>
    </message>
    <message>
        <source>The send was stopped before an answer came. Whether the flow was sent is unknown; look at the phone before you send again.</source>
        <translation>Η αποστολή διακόπηκε, πριν έρθει απάντηση. Είναι άγνωστο αν στάλθηκε η ροή. Κοιτάξτε το τηλέφωνο, πριν στείλετε πάλι.</translation>
    </message>
    <message>
        <source>An answer came.</source>
        <translation>Ήρθε απάντηση.</translation>
    </message>
    <message>
        <source>Nothing answers at the service&apos;s address. Check the address and the network.</source>
        <translation>Στη διεύθυνση της υπηρεσίας δεν απαντά κανείς. Ελέγξτε τη διεύθυνση και το δίκτυο.</translation>
    </message>
    <message>
        <source>No secure connection could be made. Check the certificate and this machine&apos;s clock.</source>
        <translation>Δεν έγινε ασφαλής σύνδεση. Ελέγξτε το πιστοποιητικό και το ρολόι του υπολογιστή.</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>Δεν ήρθε απάντηση εγκαίρως.</translation>
    </message>
    <message>
        <source>The answer was cut short.</source>
        <translation>Η απάντηση κόπηκε στη μέση.</translation>
    </message>
    <message>
        <source>The answer was too large to be read.</source>
        <translation>Η απάντηση ήταν πολύ μεγάλη για να διαβαστεί.</translation>
    </message>
    <message>
        <source>The service points to another address, which is never followed.</source>
        <translation>Η υπηρεσία παραπέμπει σε άλλη διεύθυνση. Τέτοια παραπομπή δεν ακολουθείται ποτέ.</translation>
    </message>
    <message>
        <source>The poll was stopped before an answer came.</source>
        <translation>Η ερώτηση κατάστασης διακόπηκε, πριν έρθει απάντηση.</translation>
    </message>
    <message>
        <source>The service answered with status Failed: it could not send on any channel.</source>
        <translation>Η υπηρεσία απάντησε με κατάσταση Failed: δεν μπόρεσε να στείλει σε κανένα κανάλι.</translation>
    </message>
    <message>
        <source>It says: %1.</source>
        <translation>Λέει: %1.</translation>
    </message>
    <message>
        <source>statusCode %1 means: %2.</source>
        <translation>Το statusCode %1 σημαίνει: %2.</translation>
    </message>
    <message>
        <source>The service refused the request with HTTP %1 and gave no reason. Nothing was sent.</source>
        <translation>Η υπηρεσία απέρριψε το αίτημα με HTTP %1 και δεν έδωσε αιτία. Δεν στάλθηκε τίποτα.</translation>
    </message>
    <message>
        <source>The service refused the request with HTTP %1: %2. Nothing was sent.</source>
        <translation>Η υπηρεσία απέρριψε το αίτημα με HTTP %1: %2. Δεν στάλθηκε τίποτα.</translation>
    </message>
    <message>
        <source>Polls without a state so far: %1. The last one was answered with HTTP %2.</source>
        <translation>Ερωτήσεις κατάστασης χωρίς αποτέλεσμα έως τώρα: %1. Η τελευταία απαντήθηκε με HTTP %2.</translation>
    </message>
    <message>
        <source>Polls without a state so far: %1. The last one: %2</source>
        <translation>Ερωτήσεις κατάστασης χωρίς αποτέλεσμα έως τώρα: %1. Η τελευταία: %2</translation>
    </message>
    <message>
        <source>Webhooks that could not be understood so far: %1. They were stored as they are; the inspector shows them.</source>
        <translation>Webhook που δεν έγιναν κατανοητά έως τώρα: %1. Αποθηκεύτηκαν όπως είναι. Η επιθεώρηση τα δείχνει.</translation>
    </message>
    <message>
        <source>Answers that could not be understood so far: %1. They were stored as they are; the inspector shows them.</source>
        <translation>Απαντήσεις που δεν έγιναν κατανοητές έως τώρα: %1. Αποθηκεύτηκαν όπως είναι. Η επιθεώρηση τις δείχνει.</translation>
    </message>
    <message>
        <source>Reports about another flow came in: %2 instead of %1, so far %3. They change nothing in this run. Check who else posts to this run&apos;s address.</source>
        <translation>Ήρθαν αναφορές για άλλη ροή: %2 αντί για %1, έως τώρα %3. Δεν αλλάζουν τίποτα σε αυτή την εκτέλεση. Ελέγξτε ποιος άλλος στέλνει στη διεύθυνσή της.</translation>
    </message>
    <message>
        <source>The service reports a %1 message that the flow has no step for; it is shown as step %2.</source>
        <translation>Η υπηρεσία αναφέρει μήνυμα %1, για το οποίο η ροή δεν έχει βήμα. Εμφανίζεται ως βήμα %2.</translation>
    </message>
    <message>
        <source>Step %1 (%2) reports a status that the API document does not have: %3. What it means for the flow is unknown.</source>
        <translation>Το βήμα %1 (%2) αναφέρει μια κατάσταση που δεν υπάρχει στο έγγραφο του API: %3. Είναι άγνωστο τι σημαίνει για τη ροή.</translation>
    </message>
    <message>
        <source>Step %1 (%2) was %3 and later reported as %4, although the first is final. The first one stays.</source>
        <translation>Το βήμα %1 (%2) ήταν %3 και αργότερα αναφέρθηκε ως %4, παρόλο που η πρώτη κατάσταση είναι τελική. Ισχύει η πρώτη.</translation>
    </message>
    <message>
        <source>Whether the flow was sent was unknown; a later report shows that it was.</source>
        <translation>Ήταν άγνωστο αν στάλθηκε η ροή. Μεταγενέστερη αναφορά δείχνει ότι στάλθηκε.</translation>
    </message>
    <message>
        <source>The run had been concluded; a later report shows that it goes on.</source>
        <translation>Η εκτέλεση είχε ολοκληρωθεί. Μεταγενέστερη αναφορά δείχνει ότι συνεχίζεται.</translation>
    </message>
    <message>
        <source>%1 is due if %2 expires</source>
        <extracomment>%1 and %2 are names of channels</extracomment>
        <translation>Ακολουθεί %1, αν λήξει το %2</translation>
    </message>
    <message>
        <source>%1 is due unless %2 is seen</source>
        <translation>Ακολουθεί %1, αν δεν προβληθεί το %2</translation>
    </message>
    <message>
        <source>%1 is due because of what %2 reports</source>
        <translation>Ακολουθεί %1, λόγω όσων αναφέρει το %2</translation>
    </message>
    <message>
        <source>Step %1 was tried because step %2 reported %3 (API document 4.3).</source>
        <translation>Το βήμα %1 δοκιμάστηκε, γιατί το βήμα %2 ανέφερε %3 (έγγραφο του API, 4.3).</translation>
    </message>
    <message>
        <source>Step %1 was tried because step %2 was %3 and not seen within its time to live (failoverOnDelivered, API document 4.2).</source>
        <translation>Το βήμα %1 δοκιμάστηκε, γιατί το βήμα %2 ήταν %3 και δεν προβλήθηκε μέσα στη διάρκεια ισχύος του (failoverOnDelivered, έγγραφο του API, 4.2).</translation>
    </message>
    <message>
        <source>Step %1 was tried, and nothing reported about step %2 explains why.</source>
        <translation>Το βήμα %1 δοκιμάστηκε, και τίποτα από όσα αναφέρθηκαν για το βήμα %2 δεν εξηγεί το γιατί.</translation>
    </message>
    <message>
        <source>Viber</source>
        <comment>first word of a sentence</comment>
        <translation>Το Viber</translation>
    </message>
    <message>
        <source>The SMS</source>
        <comment>first words of a sentence</comment>
        <translation>Το SMS</translation>
    </message>
    <message>
        <source>Viber</source>
        <comment>inside a sentence</comment>
        <translation>το Viber</translation>
    </message>
    <message>
        <source>the SMS</source>
        <comment>inside a sentence</comment>
        <translation>το SMS</translation>
    </message>
    <message>
        <source>Nothing was sent. The service says: %1</source>
        <translation>Δεν στάλθηκε τίποτα. Η υπηρεσία λέει: %1</translation>
    </message>
    <message>
        <source>Nothing was sent: the service could not send on any channel.</source>
        <translation>Δεν στάλθηκε τίποτα: η υπηρεσία δεν μπόρεσε να στείλει σε κανένα κανάλι.</translation>
    </message>
    <message>
        <source>Nothing was sent. The findings say why.</source>
        <translation>Δεν στάλθηκε τίποτα. Τα ευρήματα λένε γιατί.</translation>
    </message>
    <message>
        <source>Whether the flow was sent is unknown. Look at the phone before you send again.</source>
        <translation>Είναι άγνωστο αν στάλθηκε η ροή. Κοιτάξτε το τηλέφωνο, πριν στείλετε πάλι.</translation>
    </message>
    <message>
        <source>The service took the flow; no step is known yet.</source>
        <translation>Η υπηρεσία δέχτηκε τη ροή. Κανένα βήμα δεν είναι ακόμη γνωστό.</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Δεν είναι ακόμη τίποτα γνωστό.</translation>
    </message>
    <message>
        <source>%1 is still on its way</source>
        <translation>%1 είναι ακόμη καθ’ οδόν</translation>
    </message>
    <message>
        <source>%1 was delivered but not seen within %2</source>
        <translation>%1 παραδόθηκε, αλλά δεν προβλήθηκε μέσα σε %2</translation>
    </message>
    <message>
        <source>%1 was delivered</source>
        <translation>%1 παραδόθηκε</translation>
    </message>
    <message>
        <source>%1 was seen</source>
        <translation>%1 προβλήθηκε</translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation>%1 έληξε</translation>
    </message>
    <message>
        <source>%1 expired after %2</source>
        <translation>%1 έληξε μετά από %2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 απέτυχε</translation>
    </message>
    <message>
        <source>%1 could not be delivered</source>
        <translation>%1 δεν μπόρεσε να παραδοθεί</translation>
    </message>
    <message>
        <source>%1 could not be sent</source>
        <translation>%1 δεν μπόρεσε να σταλεί</translation>
    </message>
    <message>
        <source>%1 reports %2</source>
        <translation>%1 αναφέρει %2</translation>
    </message>
    <message>
        <source>%1 followed and %2</source>
        <extracomment>%1 is a channel, %2 where it stands, for instance &quot;is on its way&quot;</extracomment>
        <translation>%1 ακολούθησε και %2</translation>
    </message>
    <message>
        <source>%1 was sent %2 later and %3</source>
        <translation>%1 στάλθηκε %2 αργότερα και %3</translation>
    </message>
    <message>
        <source>is on its way</source>
        <comment>a message</comment>
        <translation>είναι καθ’ οδόν</translation>
    </message>
    <message>
        <source>was delivered</source>
        <comment>a message</comment>
        <translation>παραδόθηκε</translation>
    </message>
    <message>
        <source>was seen</source>
        <comment>a message</comment>
        <translation>προβλήθηκε</translation>
    </message>
    <message>
        <source>expired</source>
        <comment>a message</comment>
        <translation>έληξε</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a message</comment>
        <translation>απέτυχε</translation>
    </message>
    <message>
        <source>could not be delivered</source>
        <comment>a message</comment>
        <translation>δεν μπόρεσε να παραδοθεί</translation>
    </message>
    <message>
        <source>could not be sent</source>
        <comment>a message</comment>
        <translation>δεν μπόρεσε να σταλεί</translation>
    </message>
    <message>
        <source>reports %1</source>
        <comment>a message</comment>
        <translation>αναφέρει %1</translation>
    </message>
    <message>
        <source>It was not seen while it was valid.</source>
        <translation>Δεν προβλήθηκε όσο ίσχυε.</translation>
    </message>
    <message>
        <source>No channel delivered the code.</source>
        <translation>Κανένα κανάλι δεν παρέδωσε τον κωδικό.</translation>
    </message>
    <message>
        <source>The service ended the flow although the next step was due.</source>
        <translation>Η υπηρεσία τερμάτισε τη ροή, παρόλο που ήταν η σειρά του επόμενου βήματος.</translation>
    </message>
    <message>
        <source>%1 was delivered; %2 follows unless it is seen.</source>
        <translation>%1 παραδόθηκε. Αν δεν προβληθεί, ακολουθεί %2.</translation>
    </message>
    <message>
        <source>%1; %2 is due.</source>
        <translation>%1 και σειρά έχει %2.</translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>%1 is a sentence without its full stop</extracomment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <extracomment>%1 is a channel, %2 where it stands: &quot;The SMS&quot;, &quot;is on its way&quot;</extracomment>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <extracomment>%1 and %2 are clauses: &quot;Viber expired after 5 min&quot;, &quot;the SMS followed and is on its way&quot;</extracomment>
        <translation>%1, και %2.</translation>
    </message>
    <message>
        <source>No access token could be obtained, so nothing was sent. Check the network, the token address, the application id and the secret.</source>
        <translation>Δεν αποκτήθηκε διακριτικό πρόσβασης, οπότε δεν στάλθηκε τίποτα. Ελέγξτε το δίκτυο, τη διεύθυνση του διακριτικού, το αναγνωριστικό της εφαρμογής και το μυστικό.</translation>
    </message>
    <message>
        <source>No access token could be obtained. Check the network, the token address, the application id and the secret.</source>
        <translation>Δεν αποκτήθηκε διακριτικό πρόσβασης. Ελέγξτε το δίκτυο, τη διεύθυνση του διακριτικού, το αναγνωριστικό της εφαρμογής και το μυστικό.</translation>
    </message>
    <message>
        <source>What statusCode %1 means is in no document.</source>
        <translation>Τι σημαίνει το statusCode %1 δεν το λέει κανένα έγγραφο.</translation>
    </message>
    <message>
        <source>The service refused the token, and a new one too, with HTTP %1. Nothing was sent. Check whether the application may use this service, and from this machine&apos;s address.</source>
        <translation>Η υπηρεσία αρνήθηκε το διακριτικό, και ένα νέο επίσης, με HTTP %1. Δεν στάλθηκε τίποτα. Ελέγξτε αν η εφαρμογή επιτρέπεται να χρησιμοποιεί αυτή την υπηρεσία, και από τη διεύθυνση αυτού του υπολογιστή.</translation>
    </message>
    <message>
        <source>The last one is no JSON (%1): a proxy or a login page may answer in place of the service.</source>
        <translation>Η τελευταία δεν είναι JSON (%1): ίσως απαντά ένας διακομιστής μεσολάβησης ή μια σελίδα σύνδεσης στη θέση της υπηρεσίας.</translation>
    </message>
    <message>
        <source>Answers that call themselves %1, not JSON, so far: %2. They were read as JSON all the same.</source>
        <translation>Απαντήσεις που δηλώνουν %1 και όχι JSON, μέχρι τώρα: %2. Διαβάστηκαν ωστόσο ως JSON.</translation>
    </message>
    <message>
        <source>%1 was not seen within %2</source>
        <translation>%1 δεν προβλήθηκε μέσα σε %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) gave way</source>
        <translation>
            <numerusform>%n βήμα απέτυχε</numerusform>
            <numerusform>%n βήματα απέτυχαν</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was seen after that.</source>
        <translation>%1 προβλήθηκε μετά από αυτό.</translation>
    </message>
    <message>
        <source>Its time to live of %1 is over, and nothing final was reported.</source>
        <translation>Ο χρόνος ζωής του (%1) έληξε και δεν αναφέρθηκε τίποτα οριστικό.</translation>
    </message>
    <message>
        <source>%1 expired within %2</source>
        <translation>%1 έληξε μέσα σε %2</translation>
    </message>
</context>
<context>
    <name>Scenarios</name>
    <message>
        <source>Every channel fails</source>
        <translation>Αποτυγχάνουν όλα τα κανάλια</translation>
    </message>
    <message>
        <source>Viber expires and the SMS is not delivered; with no next step left the flow fails.</source>
        <translation>Το Viber λήγει και το SMS δεν παραδίδεται. Δεν υπάρχει επόμενο βήμα, οπότε η ροή αποτυγχάνει.</translation>
    </message>
    <message>
        <source>The SMS fails, Viber is delivered and seen</source>
        <translation>Το SMS αποτυγχάνει, το Viber προβάλλεται</translation>
    </message>
    <message>
        <source>Made for a flow with the SMS first: it is not delivered, Viber takes over and is read. A flow with Viber first ends there.</source>
        <translation>Για ροή με πρώτο το SMS: δεν παραδίδεται, αναλαμβάνει το Viber και προβάλλεται. Μια ροή με πρώτο το Viber τελειώνει εκεί.</translation>
    </message>
    <message>
        <source>Viber is delivered and seen</source>
        <translation>Το Viber παραδίδεται και προβάλλεται</translation>
    </message>
    <message>
        <source>The Viber message arrives and is read, so the flow stops there.</source>
        <translation>Το μήνυμα Viber φτάνει και προβάλλεται, οπότε η ροή σταματά εκεί.</translation>
    </message>
    <message>
        <source>Viber is delivered but never seen</source>
        <translation>Το Viber παραδίδεται, δεν προβάλλεται</translation>
    </message>
    <message>
        <source>The Viber message arrives and is never read. With failoverOnDelivered the SMS follows ttl seconds later; without it the flow ends with Delivered.</source>
        <translation>Το μήνυμα Viber φτάνει, αλλά δεν προβάλλεται ποτέ. Με failoverOnDelivered ακολουθεί το SMS μετά από ttl δευτερόλεπτα. Χωρίς αυτό η ροή τελειώνει με Delivered.</translation>
    </message>
    <message>
        <source>Viber expires, the SMS is delivered</source>
        <translation>Το Viber λήγει, το SMS παραδίδεται</translation>
    </message>
    <message>
        <source>Viber reports nothing until its ttl is over and expires; the SMS takes over and arrives.</source>
        <translation>Το Viber δεν αναφέρει τίποτα ώσπου να περάσει το ttl του, και λήγει. Αναλαμβάνει το SMS και φτάνει.</translation>
    </message>
    <message>
        <source>Viber cannot be sent, the SMS is delivered</source>
        <translation>Το Viber δεν στέλνεται, το SMS παραδίδεται</translation>
    </message>
    <message>
        <source>Viber is not sent because the balance is too low; the SMS takes over at once and arrives.</source>
        <translation>Το Viber δεν στέλνεται, γιατί το υπόλοιπο δεν φτάνει. Αναλαμβάνει αμέσως το SMS και φτάνει.</translation>
    </message>
    <message>
        <source>Everything in the same second</source>
        <translation>Όλα στο ίδιο δευτερόλεπτο</translation>
    </message>
    <message>
        <source>Viber fails in the instant of its sending and the SMS is delivered in that same instant, so that every time stamp is equal.</source>
        <translation>Το Viber αποτυγχάνει τη στιγμή που στέλνεται και το SMS παραδίδεται την ίδια στιγμή, ώστε όλες οι χρονοσημάνσεις να είναι ίσες.</translation>
    </message>
    <message>
        <source>Nothing can be sent</source>
        <translation>Τίποτα δεν μπορεί να σταλεί</translation>
    </message>
    <message>
        <source>The flow is accepted, then the balance is used up: every step ends Unsent, and the flow fails.</source>
        <translation>Η ροή γίνεται δεκτή και μετά το υπόλοιπο εξαντλείται: κάθε βήμα καταλήγει Unsent και η ροή αποτυγχάνει.</translation>
    </message>
    <message>
        <source>The send fails: failover not triggered</source>
        <translation>Η αποστολή αποτυγχάνει: δεν ενεργοποιήθηκε εναλλαγή</translation>
    </message>
    <message>
        <source>The send answers HTTP 200 with status Failed and statusCode 3; there is no flow afterwards.</source>
        <translation>Η αποστολή απαντά HTTP 200 με κατάσταση Failed και statusCode 3· μετά δεν υπάρχει ροή.</translation>
    </message>
    <message>
        <source>The send fails: no balance</source>
        <translation>Η αποστολή αποτυγχάνει: δεν υπάρχει υπόλοιπο</translation>
    </message>
    <message>
        <source>The send answers HTTP 200 with status Failed and statusCode 1; there is no flow afterwards.</source>
        <translation>Η αποστολή απαντά HTTP 200 με κατάσταση Failed και statusCode 1· μετά δεν υπάρχει ροή.</translation>
    </message>
    <message>
        <source>The send fails: no next step</source>
        <translation>Η αποστολή αποτυγχάνει: δεν υπάρχει επόμενο βήμα</translation>
    </message>
    <message>
        <source>The send answers HTTP 200 with status Failed and statusCode 2; there is no flow afterwards.</source>
        <translation>Η αποστολή απαντά HTTP 200 με κατάσταση Failed και statusCode 2· μετά δεν υπάρχει ροή.</translation>
    </message>
    <message>
        <source>The send fails: server error</source>
        <translation>Η αποστολή αποτυγχάνει: σφάλμα διακομιστή</translation>
    </message>
    <message>
        <source>The send answers HTTP 200 with status Failed and statusCode 0; there is no flow afterwards.</source>
        <translation>Η αποστολή απαντά HTTP 200 με κατάσταση Failed και statusCode 0· μετά δεν υπάρχει ροή.</translation>
    </message>
    <message>
        <source>The SMS expires, Viber is seen</source>
        <translation>Το SMS λήγει, το Viber διαβάζεται</translation>
    </message>
    <message>
        <source>Made for a flow with the SMS first: the phone is off until the ttl is over, then Viber takes over and is read.</source>
        <translation>Για ροή με πρώτο το SMS: το τηλέφωνο είναι κλειστό ώσπου να λήξει το ttl, μετά αναλαμβάνει το Viber και διαβάζεται.</translation>
    </message>
    <message>
        <source>The SMS fails, Viber is delivered</source>
        <translation>Το SMS αποτυγχάνει, το Viber παραδίδεται</translation>
    </message>
    <message>
        <source>Made for a flow with the SMS first: the service cannot process it, and Viber takes over at once.</source>
        <translation>Για ροή με πρώτο το SMS: η υπηρεσία δεν μπορεί να το επεξεργαστεί και αναλαμβάνει αμέσως το Viber.</translation>
    </message>
    <message>
        <source>The SMS never reports anything</source>
        <translation>Το SMS δεν αναφέρει ποτέ τίποτα</translation>
    </message>
    <message>
        <source>Viber expires, and the SMS after it stays Queued.</source>
        <translation>Το Viber λήγει και το SMS μετά από αυτό μένει Queued.</translation>
    </message>
    <message>
        <source>The SMS is sent and nothing more is heard</source>
        <translation>Το SMS στέλνεται και δεν ακούγεται τίποτε άλλο</translation>
    </message>
    <message>
        <source>Viber expires; the SMS is Sent, and the operator never reports whether it arrived.</source>
        <translation>Το Viber λήγει· το SMS γίνεται Sent και ο πάροχος δεν αναφέρει ποτέ αν έφτασε.</translation>
    </message>
    <message>
        <source>The SMS goes to an unknown number</source>
        <translation>Το SMS πηγαίνει σε άγνωστο αριθμό</translation>
    </message>
    <message>
        <source>Viber expires, and the operator does not know the number.</source>
        <translation>Το Viber λήγει και ο πάροχος δεν γνωρίζει τον αριθμό.</translation>
    </message>
    <message>
        <source>The SMS cannot be sent, Viber is seen</source>
        <translation>Το SMS δεν μπορεί να σταλεί, το Viber διαβάζεται</translation>
    </message>
    <message>
        <source>Made for a flow with the SMS first: the balance does not pay for an SMS, but for Viber, which is read.</source>
        <translation>Για ροή με πρώτο το SMS: το υπόλοιπο δεν φτάνει για SMS, αλλά φτάνει για Viber, που διαβάζεται.</translation>
    </message>
    <message>
        <source>Only the third step arrives</source>
        <translation>Φτάνει μόνο το τρίτο βήμα</translation>
    </message>
    <message>
        <source>Made for a flow of three steps: the first step of each channel fails, and a channel that is tried again delivers.</source>
        <translation>Για ροή τριών βημάτων: το πρώτο βήμα κάθε καναλιού αποτυγχάνει και ένα κανάλι που δοκιμάζεται ξανά παραδίδει.</translation>
    </message>
    <message>
        <source>Viber is delivered, then expires</source>
        <translation>Το Viber παραδίδεται και μετά λήγει</translation>
    </message>
    <message>
        <source>Viber reports DELIVERED, and EXPIRED when nobody has read the message by the end of its ttl; the SMS takes over.</source>
        <translation>Το Viber αναφέρει DELIVERED, και EXPIRED όταν κανείς δεν έχει διαβάσει το μήνυμα ως το τέλος του ttl· αναλαμβάνει το SMS.</translation>
    </message>
    <message>
        <source>Viber fails, the SMS is delivered</source>
        <translation>Το Viber αποτυγχάνει, το SMS παραδίδεται</translation>
    </message>
    <message>
        <source>The number has no Viber, which the platform says within a second; the SMS takes over and arrives.</source>
        <translation>Ο αριθμός δεν έχει Viber και η πλατφόρμα το λέει μέσα σε ένα δευτερόλεπτο· αναλαμβάνει το SMS και φτάνει.</translation>
    </message>
    <message>
        <source>Viber messages are blocked, the SMS is delivered</source>
        <translation>Τα μηνύματα Viber είναι αποκλεισμένα, το SMS παραδίδεται</translation>
    </message>
    <message>
        <source>The person has blocked the sender in Viber, so Viber fails at once; the SMS takes over and arrives.</source>
        <translation>Το άτομο έχει αποκλείσει τον αποστολέα στο Viber, οπότε το Viber αποτυγχάνει αμέσως· αναλαμβάνει το SMS και φτάνει.</translation>
    </message>
    <message>
        <source>Viber never reports anything</source>
        <translation>Το Viber δεν αναφέρει ποτέ τίποτα</translation>
    </message>
    <message>
        <source>The Viber step stays QUEUED, even beyond its ttl. Nothing triggers a failover, so the flow hangs.</source>
        <translation>Το βήμα Viber μένει QUEUED, ακόμη και μετά το ttl του. Τίποτα δεν προκαλεί εναλλαγή, οπότε η ροή μένει μετέωρη.</translation>
    </message>
    <message>
        <source>Read receipts are off</source>
        <translation>Οι αποδείξεις ανάγνωσης είναι κλειστές</translation>
    </message>
    <message>
        <source>The person reads the Viber message, but the phone does not tell: it stays DELIVERED for ever, and with failoverOnDelivered the SMS goes out although nobody needs it.</source>
        <translation>Το άτομο διαβάζει το μήνυμα Viber, αλλά το τηλέφωνο δεν το λέει: μένει για πάντα DELIVERED και με failoverOnDelivered το SMS στέλνεται χωρίς να το χρειάζεται κανείς.</translation>
    </message>
    <message>
        <source>Viber is seen after the SMS went out</source>
        <translation>Το Viber διαβάζεται αφού έχει σταλεί το SMS</translation>
    </message>
    <message>
        <source>Made for failoverOnDelivered: the Viber message is read five seconds after the SMS was sent. The flow stops with SEEN, and the SMS is paid for all the same.</source>
        <translation>Για το failoverOnDelivered: το μήνυμα Viber διαβάζεται πέντε δευτερόλεπτα μετά την αποστολή του SMS. Η ροή σταματά με SEEN και το SMS πληρώνεται ούτως ή άλλως.</translation>
    </message>
    <message>
        <source>Viber is seen after the ttl</source>
        <translation>Το Viber διαβάζεται μετά το ttl</translation>
    </message>
    <message>
        <source>The Viber message is read a minute after its ttl. Without failoverOnDelivered nothing was due, and the flow stops there.</source>
        <translation>Το μήνυμα Viber διαβάζεται ένα λεπτό μετά το ttl του. Χωρίς failoverOnDelivered δεν εκκρεμούσε τίποτα και η ροή σταματά εκεί.</translation>
    </message>
    <message>
        <source>Viber is seen at once</source>
        <translation>Το Viber διαβάζεται αμέσως</translation>
    </message>
    <message>
        <source>The person has the chat open: SEEN comes without DELIVERED before it, and the flow stops.</source>
        <translation>Το άτομο έχει ανοιχτή τη συνομιλία: το SEEN έρχεται χωρίς DELIVERED πριν από αυτό και η ροή σταματά.</translation>
    </message>
    <message>
        <source>Viber is seen in the last second</source>
        <translation>Το Viber διαβάζεται στο τελευταίο δευτερόλεπτο</translation>
    </message>
    <message>
        <source>The Viber message arrives and is read one second before its ttl is over: still in time, so no SMS is sent.</source>
        <translation>Το μήνυμα Viber φτάνει και διαβάζεται ένα δευτερόλεπτο πριν λήξει το ttl του: ακόμη εγκαίρως, οπότε δεν στέλνεται SMS.</translation>
    </message>
    <message>
        <source>Viber is not delivered, the SMS is</source>
        <translation>Το Viber δεν παραδίδεται, το SMS παραδίδεται</translation>
    </message>
    <message>
        <source>Viber takes the message and cannot deliver it; the SMS takes over and arrives.</source>
        <translation>Το Viber δέχεται το μήνυμα και δεν μπορεί να το παραδώσει· αναλαμβάνει το SMS και φτάνει.</translation>
    </message>
    <message>
        <source>Polls lag behind the webhooks</source>
        <translation>Τα ερωτήματα μένουν πίσω από τα webhooks</translation>
    </message>
    <message>
        <source>Viber is delivered and seen; tracking answers show it half a minute after the webhooks.</source>
        <translation>Το Viber παραδίδεται και διαβάζεται· οι απαντήσεις παρακολούθησης το δείχνουν μισό λεπτό μετά τα webhooks.</translation>
    </message>
    <message>
        <source>The service stumbles now and then</source>
        <translation>Η υπηρεσία σκοντάφτει πότε πότε</translation>
    </message>
    <message>
        <source>Viber expires and the SMS is delivered; one answer in five is 500, 502, 503 or 429, or is cut off.</source>
        <translation>Το Viber λήγει και το SMS παραδίδεται· μία στις πέντε απαντήσεις είναι 500, 502, 503 ή 429 ή κόβεται.</translation>
    </message>
    <message>
        <source>Webhooks come twice and in disorder</source>
        <translation>Τα webhooks έρχονται διπλά και ανακατεμένα</translation>
    </message>
    <message>
        <source>Viber expires and the SMS is delivered; webhooks are late, doubled and overtaken by others.</source>
        <translation>Το Viber λήγει και το SMS παραδίδεται· τα webhooks αργούν, έρχονται διπλά και προσπερνιούνται από άλλα.</translation>
    </message>
    <message>
        <source>Webhooks get lost</source>
        <translation>Τα webhooks χάνονται</translation>
    </message>
    <message>
        <source>Viber expires and the SMS is delivered, but no webhook ever comes; only polling tells.</source>
        <translation>Το Viber λήγει και το SMS παραδίδεται, αλλά δεν έρχεται ποτέ webhook· μόνο τα ερωτήματα το δείχνουν.</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Changed something</source>
        <translation>Άλλαξε κάτι</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Συμφωνεί</translation>
    </message>
    <message>
        <source>Older state, nothing taken back</source>
        <translation>Παλαιότερη κατάσταση, τίποτα δεν αναιρέθηκε</translation>
    </message>
    <message>
        <source>Contradicts</source>
        <translation>Αντιφάσκει</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Δεν έγινε κατανοητό</translation>
    </message>
    <message>
        <source>Since send</source>
        <translation>Χρόνος</translation>
    </message>
    <message>
        <source>Service clock</source>
        <translation>Ρολόι υπηρεσίας</translation>
    </message>
    <message>
        <source>Wall clock</source>
        <translation>Τοπική ώρα</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>brought a change</source>
        <translation>έφερε αλλαγή</translation>
    </message>
    <message>
        <source>agrees with what is known</source>
        <translation>συμφωνεί με όσα είναι γνωστά</translation>
    </message>
    <message>
        <source>reports an older state</source>
        <translation>αναφέρει παλαιότερη κατάσταση</translation>
    </message>
    <message>
        <source>contradicts what is known</source>
        <translation>αντιφάσκει με όσα είναι γνωστά</translation>
    </message>
    <message>
        <source>was not understood</source>
        <translation>δεν έγινε κατανοητό</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Συμφωνία</translation>
    </message>
    <message>
        <source>polls, webhooks</source>
        <translation>ερωτήσεις, webhook</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Ροή</translation>
    </message>
    <message>
        <source>The flow</source>
        <translation>Η ροή</translation>
    </message>
    <message>
        <source>failover: %1 %2</source>
        <translation>εναλλαγή: %1 %2</translation>
    </message>
    <message>
        <source>failover: %1 delivered, not seen within its ttl</source>
        <translation>εναλλαγή: %1 παραδόθηκε, δεν προβλήθηκε μέσα στο ttl</translation>
    </message>
    <message>
        <source>failover without a known trigger</source>
        <translation>εναλλαγή χωρίς γνωστή αιτία</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>δεν δοκιμάστηκε</translation>
    </message>
    <message>
        <source>waiting for its turn</source>
        <translation>περιμένει τη σειρά του</translation>
    </message>
    <message>
        <source>ttl %1</source>
        <translation>ttl %1</translation>
    </message>
    <message>
        <source>%1 · last step, nothing is due after it</source>
        <translation>%1 · τελευταίο βήμα, δεν ακολουθεί άλλο</translation>
    </message>
    <message>
        <source>%1 · due now</source>
        <translation>%1 · τώρα</translation>
    </message>
    <message>
        <source>%1 · in %2</source>
        <extracomment>%1 is the rule of the next failover, %2 a duration</extracomment>
        <translation>%1 · σε %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1: %2, %3. Source: %4.</source>
        <extracomment>%1 is &quot;The flow&quot;, &quot;Viber&quot; or &quot;SMS&quot;, %2 a status, %3 &quot;4 s after sending&quot;, %4 &quot;webhook&quot; or so</extracomment>
        <translation>%1: %2, %3. Πηγή: %4.</translation>
    </message>
    <message>
        <source>%1, %2, %3.</source>
        <extracomment>%1 is &quot;Webhook&quot; or &quot;Poll&quot;, %2 &quot;4 s after sending&quot;, %3 &quot;agrees with what is known&quot; or so</extracomment>
        <translation>%1, %2, %3.</translation>
    </message>
    <message>
        <source>%1 before sending</source>
        <translation>%1 πριν από την αποστολή</translation>
    </message>
    <message>
        <source>%1 after sending</source>
        <translation>%1 μετά την αποστολή</translation>
    </message>
    <message numerus="yes">
        <source>%n changes to %1</source>
        <translation>
            <numerusform>%n αλλαγή, τελευταία σε %1</numerusform>
            <numerusform>%n αλλαγές, τελευταία σε %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Polls and webhooks contradict each other</source>
        <translation>Ερωτήσεις και webhook αντιφάσκουν μεταξύ τους</translation>
    </message>
    <message>
        <source>Polls alone: no webhook has come</source>
        <translation>Μόνο ερωτήσεις: δεν έχει έρθει κανένα webhook</translation>
    </message>
    <message>
        <source>Webhooks alone: nothing was polled</source>
        <translation>Μόνο webhook: δεν έγινε καμία ερώτηση</translation>
    </message>
    <message>
        <source>Polls and webhooks agree; first to tell a change: webhooks %1, polls %2</source>
        <translation>Ερωτήσεις και webhook συμφωνούν· πρώτα είπαν μια αλλαγή: webhook %1, ερωτήσεις %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n changes between %2 and %3, the last to %4. Zoom in to tell them apart.</source>
        <extracomment>%1 is &quot;The flow&quot;, &quot;Viber&quot; or &quot;SMS&quot;, %2 and %3 &quot;4 s after sending&quot;, %4 a status</extracomment>
        <translation>
            <numerusform>%1: %n αλλαγή ανάμεσα σε %2 και %3, η τελευταία σε %4. Μεγεθύνετε για να ξεχωρίσει.</numerusform>
            <numerusform>%1: %n αλλαγές ανάμεσα σε %2 και %3, η τελευταία σε %4. Μεγεθύνετε για να ξεχωρίσουν.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n polls between %1 and %2. Zoom in to tell them apart.</source>
        <translation>
            <numerusform>%n ερώτηση ανάμεσα σε %1 και %2. Μεγεθύνετε για να ξεχωρίσει.</numerusform>
            <numerusform>%n ερωτήσεις ανάμεσα σε %1 και %2. Μεγεθύνετε για να ξεχωρίσουν.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n webhooks between %1 and %2. Zoom in to tell them apart.</source>
        <translation>
            <numerusform>%n webhook ανάμεσα σε %1 και %2. Μεγεθύνετε για να ξεχωρίσει.</numerusform>
            <numerusform>%n webhook ανάμεσα σε %1 και %2. Μεγεθύνετε για να ξεχωρίσουν.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 ημ.</translation>
    </message>
    <message>
        <source>%1 d %2</source>
        <extracomment>%1 is a number of days, %2 the hours behind them: &quot;3 d 4:00:00&quot;</extracomment>
        <translation>%1 ημ. %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes, the last to %1</source>
        <extracomment>%1 is a status</extracomment>
        <translation>
            <numerusform>%Ln αλλαγή, τελευταία σε %1</numerusform>
            <numerusform>%Ln αλλαγές, τελευταία σε %1</numerusform>
        </translation>
    </message>
    <message>
        <source>ttl %1, over</source>
        <translation>ttl %1, έληξε</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Έγινε δεκτή</translation>
    </message>
    <message>
        <source>accepted, not yet delivered (“%1” in the answer to the send)</source>
        <extracomment>%1 is the word of the service, &quot;Succeeded&quot;</extracomment>
        <translation>έγινε δεκτή, δεν έχει παραδοθεί ακόμη («%1» στην απάντηση της αποστολής)</translation>
    </message>
</context>
<context>
    <name>TimelinePainter</name>
    <message>
        <source>now</source>
        <translation>τώρα</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::ComparisonDialog</name>
    <message>
        <source>Show ids and times of the payloads too</source>
        <translation>Να εμφανίζονται και τα αναγνωριστικά και οι ώρες των μηνυμάτων</translation>
    </message>
    <message>
        <source>Two runs beside each other</source>
        <translation>Δύο εκτελέσεις δίπλα δίπλα</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Τι συνέβη</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Διαφορά</translation>
    </message>
    <message>
        <source>Statuses of both runs</source>
        <translation>Καταστάσεις και των δύο εκτελέσεων</translation>
    </message>
    <message>
        <source>Columns of the comparison</source>
        <translation>Στήλες της σύγκρισης</translation>
    </message>
    <message>
        <source>Flow: %1</source>
        <translation>Ροή: %1</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Βήμα %1: %2</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Νέο</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Λείπει</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>%1 αργότερα</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <translation>%1 νωρίτερα</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>Την ίδια στιγμή</translation>
    </message>
    <message numerus="yes">
        <source>, %n field(s)</source>
        <translation>
            <numerusform>, %n πεδίο</numerusform>
            <numerusform>, %n πεδία</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Δεν διαφέρει τίποτα.</translation>
    </message>
    <message>
        <source>Statuses that differ: %1 of %2. Times count from each send.</source>
        <translation>Καταστάσεις που διαφέρουν: %1 από %2. Οι χρόνοι μετρούν από κάθε αποστολή.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::DeliveriesDialog</name>
    <message>
        <source>Created</source>
        <translation>Δημιουργία</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Παραλήπτης</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Βήματα</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Ετικέτα</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Ροή</translation>
    </message>
    <message>
        <source>Deliveries of %1</source>
        <translation>Παραδόσεις του %1</translation>
    </message>
    <message>
        <source>&amp;Flow or tracking id</source>
        <translation>&amp;Αναγνωριστικό ροής ή παρακολούθησης</translation>
    </message>
    <message>
        <source>As it stands in an answer or a mail</source>
        <translation>Όπως γράφεται σε μια απάντηση ή ένα μήνυμα</translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation>&amp;Παραλήπτης</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Ετικέτα</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Οποιαδήποτε</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>&amp;Κατάσταση</translation>
    </message>
    <message>
        <source>S&amp;earch</source>
        <translation>Ανα&amp;ζήτηση</translation>
    </message>
    <message>
        <source>Follow this &amp;id</source>
        <translation>Παρακολούθηση αυτού του αναγνω&amp;ριστικού</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Π&amp;ίσω</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>Επό&amp;μενη</translation>
    </message>
    <message>
        <source>F&amp;ollow</source>
        <translation>Παρακο&amp;λούθηση</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Παραδόσεις</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Δεν βρέθηκε τίποτα.</translation>
    </message>
    <message>
        <source>%1 to %2 of %3</source>
        <translation>%1 έως %2 από %3</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Αναζήτηση…</translation>
    </message>
    <message>
        <source>Search lists what the service knows. Leave the fields empty for all of it.</source>
        <translation>Η αναζήτηση δείχνει όσα γνωρίζει η υπηρεσία. Με κενά πεδία τα δείχνει όλα.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::DemandDialog</name>
    <message>
        <source>Change the demand</source>
        <translation>Αλλαγή της απαίτησης</translation>
    </message>
    <message>
        <source>Final &amp;status of the flow:</source>
        <translation>&amp;Τελική κατάσταση της ροής:</translation>
    </message>
    <message>
        <source>Viber</source>
        <translation>Viber</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Κανένα</translation>
    </message>
    <message>
        <source>Channel that delivers</source>
        <translation>Κανάλι που παραδίδει</translation>
    </message>
    <message>
        <source>&amp;Channel that delivers:</source>
        <translation>&amp;Κανάλι που παραδίδει:</translation>
    </message>
    <message>
        <source>&amp;Statuses of step %1, in order:</source>
        <translation>Κ&amp;αταστάσεις του βήματος %1, με τη σειρά:</translation>
    </message>
    <message>
        <source>With commas between them; others may come between.</source>
        <translation>Χωρισμένες με κόμμα· ανάμεσα μπορούν να έρθουν και άλλες.</translation>
    </message>
    <message>
        <source>happens</source>
        <translation>συμβαίνει</translation>
    </message>
    <message>
        <source>does not happen</source>
        <translation>δεν συμβαίνει</translation>
    </message>
    <message>
        <source>Failover to step %1</source>
        <translation>Εναλλαγή στο βήμα %1</translation>
    </message>
    <message>
        <source>&amp;Failover to step %1:</source>
        <translation>&amp;Εναλλαγή στο βήμα %1:</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>unit of seconds behind a number</extracomment>
        <translation> δ</translation>
    </message>
    <message>
        <source>Over within</source>
        <translation>Ολοκλήρωση μέσα σε</translation>
    </message>
    <message>
        <source>Over &amp;within:</source>
        <translation>Ολοκλήρωση &amp;μέσα σε:</translation>
    </message>
    <message>
        <source>Price at most</source>
        <translation>Τιμή το πολύ</translation>
    </message>
    <message>
        <source>&amp;Price at most:</source>
        <translation>Τιμή το &amp;πολύ:</translation>
    </message>
    <message>
        <source>No finding of the &amp;rule:</source>
        <translation>Κανένα εύρημα του κα&amp;νόνα:</translation>
    </message>
    <message>
        <source>The id of a rule; error or warning for all rules of that severity.</source>
        <translation>Το αναγνωριστικό ενός κανόνα· error ή warning για όλους τους κανόνες αυτής της σοβαρότητας.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::EnvironmentForm</name>
    <message>
        <source>Pages of the environment</source>
        <translation>Σελίδες του περιβάλλοντος</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Υπηρεσία</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>Ό&amp;νομα</translation>
    </message>
    <message>
        <source>&amp;Real: sending costs money and reaches phones</source>
        <translation>&amp;Πραγματικό: η αποστολή κοστίζει και φτάνει σε τηλέφωνα</translation>
    </message>
    <message>
        <source>&amp;Service address</source>
        <translation>Διεύθυνση υ&amp;πηρεσίας</translation>
    </message>
    <message>
        <source>&amp;Token address</source>
        <translation>Διεύθυνση &amp;token</translation>
    </message>
    <message>
        <source>&amp;Application id</source>
        <translation>&amp;Αναγνωριστικό εφαρμογής</translation>
    </message>
    <message>
        <source>Application s&amp;ecret</source>
        <translation>&amp;Μυστικό εφαρμογής</translation>
    </message>
    <message>
        <source>S&amp;cope</source>
        <translation>S&amp;cope</translation>
    </message>
    <message>
        <source>All that the application may do</source>
        <translation>Όλα όσα επιτρέπονται στην εφαρμογή</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Αποστολή</translation>
    </message>
    <message>
        <source>Send to &amp;these numbers only</source>
        <translation>Αποστολή μόνο σε &amp;αυτούς τους αριθμούς</translation>
    </message>
    <message>
        <source>Allowed &amp;recipients</source>
        <translation>Επιτρεπόμενοι πα&amp;ραλήπτες</translation>
    </message>
    <message>
        <source>Flows a &amp;day</source>
        <translation>Ροές την &amp;ημέρα</translation>
    </message>
    <message>
        <source>Any number</source>
        <translation>Χωρίς όριο</translation>
    </message>
    <message>
        <source>Both hold for this window and for the command line on this account. A day is one of this machine&apos;s calendar.</source>
        <translation>Και τα δύο ισχύουν για αυτό το παράθυρο και για τη γραμμή εντολών αυτού του λογαριασμού. Η ημέρα είναι του ημερολογίου αυτού του υπολογιστή.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Δίκτυο</translation>
    </message>
    <message>
        <source>Public &amp;webhook address</source>
        <translation>Δημόσια διεύθυνση &amp;webhook</translation>
    </message>
    <message>
        <source>&amp;Port it leads to here</source>
        <translation>&amp;Θύρα όπου οδηγεί εδώ</translation>
    </message>
    <message>
        <source>Any free one</source>
        <translation>Όποια είναι ελεύθερη</translation>
    </message>
    <message>
        <source>Wait to &amp;connect</source>
        <translation>Αναμονή για &amp;σύνδεση</translation>
    </message>
    <message>
        <source> s</source>
        <translation> δ</translation>
    </message>
    <message>
        <source>Wait for the &amp;first byte</source>
        <translation>Αναμονή για το &amp;πρώτο byte</translation>
    </message>
    <message>
        <source>Wait for the w&amp;hole answer</source>
        <translation>Αναμονή για &amp;ολόκληρη την απάντηση</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Διαμεσολαβητής</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Όπως το σύστημα</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Κανένας</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>&amp;Διαμεσολαβητής</translation>
    </message>
    <message>
        <source>Proxy h&amp;ost</source>
        <translation>&amp;Υπολογιστής διαμεσολαβητή</translation>
    </message>
    <message>
        <source>Proxy por&amp;t</source>
        <translation>Θύ&amp;ρα διαμεσολαβητή</translation>
    </message>
    <message>
        <source>Certificates to trust &amp;besides</source>
        <translation>Πρόσθετα έμπιστα πιστοποιητι&amp;κά</translation>
    </message>
    <message>
        <source>A PEM file</source>
        <translation>Ένα αρχείο PEM</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Ροές</translation>
    </message>
    <message>
        <source>SMS &amp;sender</source>
        <translation>&amp;Αποστολέας SMS</translation>
    </message>
    <message>
        <source>Viber &amp;template id</source>
        <translation>Αναγνωριστικό &amp;προτύπου Viber</translation>
    </message>
    <message>
        <source>&amp;Callback address</source>
        <translation>&amp;Διεύθυνση callback</translation>
    </message>
    <message>
        <source>&amp;Variables</source>
        <translation>&amp;Μεταβλητές</translation>
    </message>
    <message>
        <source>One on each line, as “name = value”. A flow uses a value by writing {{name}}. No secrets here: this is kept in a plain file.</source>
        <translation>Μία σε κάθε γραμμή, ως «όνομα = τιμή». Μια ροή χρησιμοποιεί την τιμή γράφοντας {{όνομα}}. Όχι μυστικά εδώ: φυλάσσονται σε απλό αρχείο.</translation>
    </message>
    <message>
        <source>%1 (!)</source>
        <translation>%1 (!)</translation>
    </message>
    <message>
        <source>T&amp;unnel command</source>
        <translation>Εντολή σήρα&amp;γγας</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>&amp;Listen on</source>
        <translation>&amp;Ακρόαση στη διεύθυνση</translation>
    </message>
    <message>
        <source>127.0.0.1, this machine only</source>
        <translation>127.0.0.1, μόνο αυτό το μηχάνημα</translation>
    </message>
    <message>
        <source>Certi&amp;ficate for HTTPS</source>
        <translation>&amp;Πιστοποιητικό για HTTPS</translation>
    </message>
    <message>
        <source>A PEM file; none: plain HTTP</source>
        <translation>Αρχείο PEM· αν λείπει, απλό HTTP</translation>
    </message>
    <message>
        <source>Private &amp;key</source>
        <translation>Ιδιωτικό &amp;κλειδί</translation>
    </message>
    <message>
        <source>A PEM file without a passphrase</source>
        <translation>Αρχείο PEM χωρίς συνθηματικό</translation>
    </message>
    <message>
        <source>Allowed &amp;sources</source>
        <translation>Επιτρεπόμενες π&amp;ηγές</translation>
    </message>
    <message>
        <source>Everyone, or one on each line: %1</source>
        <translation>Όλοι, ή μία σε κάθε γραμμή: %1</translation>
    </message>
    <message>
        <source>Pro&amp;xies to believe</source>
        <translation>Αξιόπιστοι &amp;διαμεσολαβητές</translation>
    </message>
    <message>
        <source>None, or one on each line: %1</source>
        <translation>Κανένας, ή ένας σε κάθε γραμμή: %1</translation>
    </message>
    <message>
        <source>A proxy named here tells by Forwarded or X-Forwarded-For who posted. Name only those that write the header themselves.</source>
        <translation>Ένας διαμεσολαβητής που αναφέρεται εδώ δηλώνει με το Forwarded ή το X-Forwarded-For ποιος έστειλε. Αναφέρετε μόνο όσους γράφουν οι ίδιοι την κεφαλίδα.</translation>
    </message>
    <message>
        <source>Other machines can then connect to the receiver.</source>
        <translation>Τότε και άλλα μηχανήματα μπορούν να συνδεθούν στον παραλήπτη.</translation>
    </message>
    <message>
        <source>All of them may try: list the sources that are allowed.</source>
        <translation>Μπορούν να δοκιμάσουν όλα: καταγράψτε τις πηγές που επιτρέπονται.</translation>
    </message>
    <message>
        <source>Without a certificate, what is posted travels in clear text.</source>
        <translation>Χωρίς πιστοποιητικό, ό,τι αποστέλλεται ταξιδεύει χωρίς κρυπτογράφηση.</translation>
    </message>
    <message>
        <source>Proxy &amp;user</source>
        <translation>&amp;Χρήστης διαμεσολαβητή</translation>
    </message>
    <message>
        <source>None, where the proxy asks for none</source>
        <translation>Κανένας, αν ο διαμεσολαβητής δεν ζητά</translation>
    </message>
    <message>
        <source>Proxy pass&amp;word</source>
        <translation>Κ&amp;ωδικός διαμεσολαβητή</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::EnvironmentsDialog</name>
    <message>
        <source>Environments</source>
        <translation>Περιβάλλοντα</translation>
    </message>
    <message>
        <source>C&amp;heck connection</source>
        <translation>Έ&amp;λεγχος σύνδεσης</translation>
    </message>
    <message>
        <source>Check connection</source>
        <translation>Έλεγχος σύνδεσης</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Νέο</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Αντι&amp;γραφή</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Πάνω</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>&amp;Κάτω</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Διαγραφή</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Εισαγωγή…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>Ε&amp;ξαγωγή…</translation>
    </message>
    <message>
        <source>Environments that came in: %1. Their secrets did not come along: enter those by hand.</source>
        <translation>Περιβάλλοντα που ήρθαν: %1. Τα μυστικά τους δεν ήρθαν μαζί: δώστε τα με το χέρι.</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>Νέο περιβάλλον</translation>
    </message>
    <message>
        <source>What was typed is kept when you press OK.</source>
        <translation>Ό,τι πληκτρολογήθηκε φυλάσσεται όταν πατήσετε OK.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::ExpectationPanel</name>
    <message>
        <source>Make this run the &amp;expectation</source>
        <translation>Αυτή η εκτέλεση να γίνει η &amp;προσδοκία</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Άνοιγμα…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Αποθήκευση…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>How the run compares with what is expected of it</source>
        <translation>Πώς συγκρίνεται η εκτέλεση με ό,τι αναμένεται από αυτήν</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>Προσδοκίες</translation>
    </message>
    <message>
        <source>Takes the chosen demand off the list</source>
        <translation>Αφαιρεί την επιλεγμένη απαίτηση από τη λίστα</translation>
    </message>
    <message>
        <source>Only a run that is over can be an expectation.</source>
        <translation>Μόνο μια εκτέλεση που ολοκληρώθηκε μπορεί να γίνει προσδοκία.</translation>
    </message>
    <message>
        <source>Nothing is expected yet. Make a run the expectation, or open a file; the command line takes it with --expect.</source>
        <translation>Δεν αναμένεται τίποτα ακόμη. Κάντε μια εκτέλεση προσδοκία ή ανοίξτε ένα αρχείο· η γραμμή εντολών το δέχεται με --expect.</translation>
    </message>
    <message>
        <source>%1 of %2 met.</source>
        <translation>Ικανοποιούνται %1 από %2.</translation>
    </message>
    <message>
        <source>No run yet to hold against it.</source>
        <translation>Δεν υπάρχει ακόμη εκτέλεση για σύγκριση.</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Ικανοποιείται</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Απέτυχε</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Άγνωστο</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 is a verdict, %2 a sentence</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Αλλαγή…</translation>
    </message>
    <message>
        <source>Changes the chosen demand</source>
        <translation>Αλλάζει την επιλεγμένη απαίτηση</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::FieldTexts</name>
    <message>
        <source>Recipient</source>
        <translation>Παραλήπτης</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Σειρά</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>Διάρκεια ισχύος</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Ετικέτα</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Αποστολέας</translation>
    </message>
    <message>
        <source>Template id</source>
        <translation>Id προτύπου</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Pin</translation>
    </message>
    <message>
        <source>Template type</source>
        <translation>Τύπος προτύπου</translation>
    </message>
    <message>
        <source>Business name</source>
        <translation>Όνομα επιχείρησης</translation>
    </message>
    <message>
        <source>Validity time</source>
        <translation>Ισχύς κωδικού</translation>
    </message>
    <message>
        <source>Pin type</source>
        <translation>Είδος pin</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Ενέργεια</translation>
    </message>
    <message>
        <source>Reason for the code</source>
        <translation>Λόγος του κωδικού</translation>
    </message>
    <message>
        <source>Failover on delivered</source>
        <translation>Εναλλαγή σε Delivered</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Γλώσσα</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Συσκευές</translation>
    </message>
    <message>
        <source>Sequence number</source>
        <translation>Αύξων αριθμός</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Κείμενο</translation>
    </message>
    <message>
        <source>Flash message</source>
        <translation>Μήνυμα flash</translation>
    </message>
    <message>
        <source>Transcode to GSM</source>
        <translation>Μετατροπή σε GSM</translation>
    </message>
    <message>
        <source>Message label</source>
        <translation>Ετικέτα μηνύματος</translation>
    </message>
    <message>
        <source>Callback address</source>
        <translation>Διεύθυνση callback</translation>
    </message>
    <message>
        <source>In seconds; &quot;5 min&quot; is understood too.</source>
        <translation>Σε δευτερόλεπτα. Γίνεται δεκτό και το «5 min».</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>Παράδειγμα: %1</translation>
    </message>
    <message>
        <source>In the body: %1</source>
        <translation>Στο σώμα: %1</translation>
    </message>
    <message>
        <source>{{pin}} and other variables are put in when it is sent.</source>
        <translation>Το {{pin}} και οι άλλες μεταβλητές συμπληρώνονται κατά την αποστολή.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::FieldWidget</name>
    <message>
        <source>%1 *</source>
        <extracomment>The star marks a field that the request must have</extracomment>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>Required.</source>
        <translation>Υποχρεωτικό.</translation>
    </message>
    <message>
        <source>New pin</source>
        <translation>Νέο pin</translation>
    </message>
    <message>
        <source>Make up a new pin</source>
        <translation>Δημιουργία νέου pin</translation>
    </message>
    <message>
        <source>Makes up a pin of the same length. {{pin}} in its place makes up one in each send.</source>
        <translation>Δημιουργεί ένα pin ίδιου μήκους. Με {{pin}} στη θέση του δημιουργείται νέο σε κάθε αποστολή.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Επιλογή…</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>Επιλογή προτύπου</translation>
    </message>
    <message>
        <source>Lists the templates of the catalogue and of the account.</source>
        <translation>Δείχνει τα πρότυπα του καταλόγου και του λογαριασμού.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::FindingDisplayModel</name>
    <message>
        <source>Error</source>
        <translation>Σφάλμα</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Προειδοποίηση</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Υπόδειξη</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Σοβαρότητα</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Κανόνας</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Θέση</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Τι βρέθηκε</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>Βασίζεται σε</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::FindingLabels</name>
    <message>
        <source>Error</source>
        <translation>Σφάλμα</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Προειδοποίηση</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Υπόδειξη</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is &quot;Error&quot;, &quot;Warning&quot; or &quot;Hint&quot;, %2 a sentence</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Πηγή: %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>For screen readers: %1 is what the button does, %2 the problem it is about</extracomment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::FlowActions</name>
    <message>
        <source>Go to the &amp;first problem</source>
        <translation>&amp;Μετάβαση στο πρώτο πρόβλημα</translation>
    </message>
    <message>
        <source>Add a step: %1</source>
        <extracomment>%1 is the type of a step: ViberOtp or Sms</extracomment>
        <translation>Προσθήκη βήματος: %1</translation>
    </message>
    <message>
        <source>D&amp;uplicate step %1</source>
        <translation>&amp;Διπλασιασμός του βήματος %1</translation>
    </message>
    <message>
        <source>De&amp;lete step %1</source>
        <translation>Δια&amp;γραφή του βήματος %1</translation>
    </message>
    <message>
        <source>Move step %1 u&amp;p</source>
        <translation>Μετακίνηση του βήματος %1 προς τα &amp;πάνω</translation>
    </message>
    <message>
        <source>Move step %1 &amp;down</source>
        <translation>Μετακίνηση του βήματος %1 προς τα &amp;κάτω</translation>
    </message>
    <message>
        <source>La&amp;y out the text</source>
        <translation>&amp;Στοίχιση κειμένου</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::FlowEditor</name>
    <message>
        <source>Form</source>
        <translation>Φόρμα</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Go to the first problem</source>
        <translation>Στο πρώτο πρόβλημα</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Λίστα</translation>
    </message>
    <message>
        <source>List all problems</source>
        <translation>Λίστα όλων των προβλημάτων</translation>
    </message>
    <message>
        <source>Ways to see the flow</source>
        <translation>Τρόποι προβολής της ροής</translation>
    </message>
    <message>
        <source>Go to the mistake</source>
        <translation>Στο λάθος</translation>
    </message>
    <message>
        <source>Discard the broken text</source>
        <translation>Απόρριψη του χαλασμένου κειμένου</translation>
    </message>
    <message>
        <source>Puts the flow as the form has it back into the text</source>
        <translation>Επαναφέρει στο κείμενο τη ροή, όπως την έχει η φόρμα</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Επανάληψη</translation>
    </message>
    <message>
        <source>The JSON text is not a flow right now. %1 The form keeps the last good state.</source>
        <extracomment>%1 is a sentence that says what is wrong with the text</extracomment>
        <translation>Το κείμενο JSON δεν είναι ροή αυτή τη στιγμή. %1 Η φόρμα κρατά την τελευταία σωστή μορφή.</translation>
    </message>
    <message>
        <source>Send as it is</source>
        <translation>Αποστολή ως έχει</translation>
    </message>
    <message>
        <source>Sends this flow although the checks find errors, to see what the service makes of it</source>
        <translation>Στέλνει αυτή τη ροή αν και οι έλεγχοι βρίσκουν σφάλματα, για να φανεί πώς απαντά η υπηρεσία</translation>
    </message>
    <message>
        <source>Choose a problem to see whether it can be repaired here</source>
        <translation>Επιλέξτε ένα πρόβλημα για να δείτε αν διορθώνεται εδώ</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Έλεγχος…</translation>
    </message>
    <message>
        <source>Broken text</source>
        <translation>Χαλασμένο κείμενο</translation>
    </message>
    <message>
        <source>This problem has no button: change it at its field</source>
        <translation>Αυτό το πρόβλημα δεν έχει κουμπί: αλλάξτε το στο πεδίο του</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>βήμα %1</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::FlowForm</name>
    <message>
        <source>+ Add a step</source>
        <translation>+ Προσθήκη βήματος</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Προσθήκη βήματος</translation>
    </message>
    <message>
        <source>this console&apos;s receiver</source>
        <translation>ο δέκτης αυτής της κονσόλας</translation>
    </message>
    <message>
        <source>The built-in simulator always reports to this console&apos;s own receiver, whatever address stands here.</source>
        <translation>Ο ενσωματωμένος προσομοιωτής αναφέρει πάντα στον δέκτη αυτής της κονσόλας, όποια διεύθυνση κι αν γράφει εδώ.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::FlowHistory</name>
    <message>
        <source>Edit the text</source>
        <translation>Επεξεργασία του κειμένου</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <extracomment>%1 is a field&apos;s label, for instance &quot;Pin&quot;</extracomment>
        <translation>Επεξεργασία: %1</translation>
    </message>
    <message>
        <source>Choose the template type</source>
        <translation>Επιλογή τύπου προτύπου</translation>
    </message>
    <message>
        <source>Edit the callback address</source>
        <translation>Επεξεργασία της διεύθυνσης callback</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Προσθήκη βήματος</translation>
    </message>
    <message>
        <source>Duplicate step %1</source>
        <translation>Διπλασιασμός του βήματος %1</translation>
    </message>
    <message>
        <source>Delete step %1</source>
        <translation>Διαγραφή του βήματος %1</translation>
    </message>
    <message>
        <source>Move step %1</source>
        <translation>Μετακίνηση του βήματος %1</translation>
    </message>
    <message>
        <source>Discard the broken text</source>
        <translation>Απόρριψη του χαλασμένου κειμένου</translation>
    </message>
    <message>
        <source>Repair: %1</source>
        <extracomment>An entry of the undo history; %1 is what the repair&apos;s button says</extracomment>
        <translation>Διόρθωση: %1</translation>
    </message>
    <message>
        <source>Use a template</source>
        <translation>Χρήση προτύπου</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::GroupDelegate</name>
    <message>
        <source>Examples of the API document</source>
        <translation>Παραδείγματα του εγγράφου API</translation>
    </message>
    <message>
        <source>Template types</source>
        <translation>Τύποι προτύπων</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Σενάρια</translation>
    </message>
    <message>
        <source>My flows</source>
        <translation>Οι ροές μου</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::HandsetView</name>
    <message>
        <source>Handset</source>
        <translation>Κινητό</translation>
    </message>
    <message>
        <source>No message yet</source>
        <translation>Κανένα μήνυμα ακόμη</translation>
    </message>
    <message>
        <source>A picture of what the service reports, not of a real phone</source>
        <translation>Εικόνα όσων αναφέρει η υπηρεσία, όχι πραγματικού τηλεφώνου</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::HintTexts</name>
    <message>
        <source>seconds</source>
        <translation>δευτερόλεπτα</translation>
    </message>
    <message>
        <source>%1 s = %2</source>
        <extracomment>%1 is a number of seconds, %2 the same as &quot;5 min&quot;</extracomment>
        <translation>%1 s = %2</translation>
    </message>
    <message>
        <source>International number</source>
        <translation>Διεθνής αριθμός</translation>
    </message>
    <message>
        <source>Not known as a phone number</source>
        <translation>Δεν είναι γνωστός αριθμός τηλεφώνου</translation>
    </message>
    <message>
        <source>Not every source lists this language.</source>
        <translation>Δεν αναφέρουν όλες οι πηγές αυτή τη γλώσσα.</translation>
    </message>
    <message>
        <source>Template of %1</source>
        <translation>Πρότυπο του τύπου %1</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n χαρακτήρας</numerusform>
            <numerusform>%n χαρακτήρες</numerusform>
        </translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>προς %1</translation>
    </message>
    <message>
        <source>ttl %1</source>
        <translation>ttl %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>από %1</translation>
    </message>
    <message>
        <source>%1 · %2, but too short or too long for it</source>
        <extracomment>%1 is a phone number, %2 a country</extracomment>
        <translation>%1 · %2, αλλά πολύ μικρός ή πολύ μεγάλος για αυτήν</translation>
    </message>
    <message>
        <source>%1 · %2, but in no number range known there</source>
        <translation>%1 · %2, αλλά σε καμία γνωστή σειρά αριθμών εκεί</translation>
    </message>
    <message>
        <source>%1 · %2, plausible</source>
        <translation>%1 · %2, αληθοφανής</translation>
    </message>
    <message>
        <source>Sent as: %1</source>
        <extracomment>%1 is the value of a field as it goes into the request</extracomment>
        <translation>Στέλνεται ως: %1</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::ImportActions</name>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Εισαγωγή…</translation>
    </message>
    <message>
        <source>A request body, a cURL command, a Postman collection or a HAR file</source>
        <translation>Σώμα αιτήματος, εντολή cURL, συλλογή Postman ή αρχείο HAR</translation>
    </message>
    <message>
        <source>Import from the clip&amp;board</source>
        <translation>Εισαγωγή από το &amp;πρόχειρο</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::ImportDialog</name>
    <message>
        <source>Line %1: %2</source>
        <extracomment>%1 is the number of a line, %2 a whole sentence</extracomment>
        <translation>Γραμμή %1: %2</translation>
    </message>
    <message>
        <source>&amp;Requests found</source>
        <translation>&amp;Αιτήματα που βρέθηκαν</translation>
    </message>
    <message>
        <source>&amp;Left out or not understood</source>
        <translation>&amp;Όσα παραλείφθηκαν ή δεν έγιναν κατανοητά</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Εισαγωγή</translation>
    </message>
    <message>
        <source>Requests found</source>
        <translation>Αιτήματα που βρέθηκαν</translation>
    </message>
    <message>
        <source>Left out or not understood</source>
        <translation>Όσα παραλείφθηκαν ή δεν έγιναν κατανοητά</translation>
    </message>
    <message>
        <source>Body of the request</source>
        <translation>Σώμα του αιτήματος</translation>
    </message>
    <message>
        <source>&amp;Open as a new flow</source>
        <translation>Άνοιγμα ως &amp;νέα ροή</translation>
    </message>
    <message numerus="yes">
        <source>%1 from the clipboard, %n request(s)</source>
        <extracomment>%1 is what it is, for instance &quot;Postman collection&quot;</extracomment>
        <translation>
            <numerusform>%1 από το πρόχειρο, %n αίτημα</numerusform>
            <numerusform>%1 από το πρόχειρο, %n αιτήματα</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2, %n request(s)</source>
        <translation>
            <numerusform>%1 στο %2, %n αίτημα</numerusform>
            <numerusform>%1 στο %2, %n αιτήματα</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (no flow)</source>
        <extracomment>behind the title of a request</extracomment>
        <translation>%1 (δεν είναι ροή)</translation>
    </message>
    <message>
        <source>%1 (to correct)</source>
        <extracomment>behind the title of a request</extracomment>
        <translation>%1 (προς διόρθωση)</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::InputTexts</name>
    <message>
        <source>e.g. %1</source>
        <extracomment>Stands in an empty field; %1 is an example of what could be there</extracomment>
        <translation>π.χ. %1</translation>
    </message>
    <message>
        <source>(left out)</source>
        <extracomment>A choice in a list of values: the field does not appear in the request</extracomment>
        <translation>(παραλείπεται)</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::Inspector</name>
    <message>
        <source>Indent JSON</source>
        <translation>JSON με εσοχές</translation>
    </message>
    <message>
        <source>Request and answer</source>
        <translation>Αίτημα και απάντηση</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Αίτημα</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Απάντηση</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Καμία επιλογή</translation>
    </message>
    <message>
        <source>Choose a line of the event list or a mark of the timeline to see what was on the wire.</source>
        <translation>Επιλέξτε μια γραμμή της λίστας συμβάντων ή ένα σημάδι της χρονογραμμής, για να δείτε τι πέρασε από τη σύνδεση.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Εμφάνιση όλων</translation>
    </message>
    <message>
        <source>The request is not known.</source>
        <translation>Το αίτημα δεν είναι γνωστό.</translation>
    </message>
    <message>
        <source>No answer came.</source>
        <translation>Δεν ήρθε απάντηση.</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Εμφάνιση όλων (%1)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · HTTP %3</source>
        <translation>%1 · %2 · HTTP %3</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Αλλαγές</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Αντιγραφή ως cURL</translation>
    </message>
    <message>
        <source>The request as a command for a shell; token and pin are variables</source>
        <translation>Το αίτημα ως εντολή για κέλυφος· το token και το pin είναι μεταβλητές</translation>
    </message>
    <message>
        <source>There is no snapshot before this one.</source>
        <translation>Δεν υπάρχει στιγμιότυπο πριν από αυτό.</translation>
    </message>
    <message>
        <source>The bodies are too large to be compared here.</source>
        <translation>Τα σώματα είναι πολύ μεγάλα για να συγκριθούν εδώ.</translation>
    </message>
    <message>
        <source>Only JSON can be held against what came before.</source>
        <translation>Μόνο JSON μπορεί να συγκριθεί με το προηγούμενο.</translation>
    </message>
    <message>
        <source>It says the same as the snapshot before.</source>
        <translation>Λέει ό,τι και το προηγούμενο στιγμιότυπο.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::JsonEdit</name>
    <message>
        <source>Cut</source>
        <translation>Αποκοπή</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Αντιγραφή</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Επικόλληση</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Επιλογή όλων</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Εύρεση…</translation>
    </message>
    <message>
        <source>Fold or unfold here</source>
        <translation>Σύμπτυξη ή ανάπτυξη εδώ</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::JsonPage</name>
    <message>
        <source>Flow as JSON</source>
        <translation>Η ροή ως JSON</translation>
    </message>
    <message>
        <source>The text is long and is still being read.</source>
        <translation>Το κείμενο είναι μεγάλο και διαβάζεται ακόμη.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::JsonSearchBar</name>
    <message>
        <source>Find in the text</source>
        <translation>Εύρεση στο κείμενο</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>Εύρεση του προηγούμενου</translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation>Εύρεση του επόμενου</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Κλείσιμο της αναζήτησης</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n σημείο</numerusform>
            <numerusform>%n σημεία</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Δεν βρέθηκε</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::LibraryPanel</name>
    <message>
        <source>Flows</source>
        <translation>Ροές</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Ιστορικό</translation>
    </message>
    <message>
        <source>Runs appear here once sent.</source>
        <translation>Οι εκτελέσεις εμφανίζονται εδώ μετά την αποστολή.</translation>
    </message>
    <message>
        <source>Search flows and runs</source>
        <translation>Αναζήτηση</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Μετονομασία</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Διαγραφή</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Αναίρεση</translation>
    </message>
    <message>
        <source>Bring the deleted flow back</source>
        <translation>Επαναφορά της διαγραμμένης ροής</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <extracomment>%1 is the title of a flow</extracomment>
        <translation>Η ροή «%1» διαγράφηκε.</translation>
    </message>
    <message>
        <source>Compare the two chosen runs</source>
        <translation>Σύγκριση των δύο επιλεγμένων εκτελέσεων</translation>
    </message>
    <message>
        <source>No flow has this in its name or text.</source>
        <translation>Καμία ροή δεν το έχει στο όνομα ή στο κείμενό της.</translation>
    </message>
    <message>
        <source>Finds flows by name and by what stands in them, and runs by name and outcome</source>
        <translation>Βρίσκει ροές από το όνομα και το περιεχόμενό τους, και εκτελέσεις από το όνομα και την έκβαση</translation>
    </message>
    <message>
        <source>No run has this in its name or outcome.</source>
        <translation>Καμία εκτέλεση δεν το έχει στο όνομα ή στην έκβασή της.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::MainWindow</name>
    <message>
        <source>OtpScope</source>
        <translation>OtpScope</translation>
    </message>
    <message>
        <source>%1[*] – OtpScope</source>
        <translation>%1[*] – OtpScope</translation>
    </message>
    <message>
        <source>&amp;New flow</source>
        <translation>&amp;Νέα ροή</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Άνοι&amp;γμα…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Απο&amp;θήκευση</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Αποθήκευση &amp;ως…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Έ&amp;ξοδος</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>Απο&amp;στολή</translation>
    </message>
    <message>
        <source>Send the flow and follow it (Ctrl+Enter)</source>
        <translation>Αποστολή της ροής και παρακολούθησή της (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Διακοπή</translation>
    </message>
    <message>
        <source>Stop following the run; what was sent stays sent (Esc)</source>
        <translation>Διακοπή της παρακολούθησης. Ό,τι στάλθηκε, παραμένει σταλμένο (Esc)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Αρχείο</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Επεξεργασία</translation>
    </message>
    <message>
        <source>F&amp;low</source>
        <translation>&amp;Ροή</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>Ε&amp;κτέλεση</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Προβολή</translation>
    </message>
    <message>
        <source>&amp;Simulator</source>
        <translation>Προσο&amp;μοιωτής</translation>
    </message>
    <message>
        <source>S&amp;cenario</source>
        <translation>&amp;Σενάριο</translation>
    </message>
    <message>
        <source>S&amp;peed</source>
        <translation>&amp;Ταχύτητα</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Βοήθεια</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>Πλή&amp;κτρα</translation>
    </message>
    <message>
        <source>&amp;About OtpScope</source>
        <translation>&amp;Πληροφορίες για το OtpScope</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Θέμα</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Όπως το &amp;σύστημα</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Φωτεινό</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>Σ&amp;κούρο</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Λεπτομέρειες</translation>
    </message>
    <message>
        <source>Handset</source>
        <translation>Κινητό</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Επιθεώρηση</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Βιβλιοθήκη</translation>
    </message>
    <message>
        <source>service clock %1</source>
        <translation>ρολόι υπηρεσίας %1</translation>
    </message>
    <message>
        <source>OtpScope %1: a test console for one-time passwords that fail over between channels. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>OtpScope %1: κονσόλα δοκιμών για κωδικούς μίας χρήσης με εναλλαγή καναλιού. Ελεύθερο λογισμικό υπό τη Γενική Άδεια Δημόσιας Χρήσης GNU, έκδοση 3 ή νεότερη.</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Προσομοιωτής</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>Προσδοκίες</translation>
    </message>
    <message>
        <source>service clock %1, stopped</source>
        <translation>ρολόι υπηρεσίας %1, σταματημένο</translation>
    </message>
    <message>
        <source>&amp;Folder of your flows…</source>
        <translation>&amp;Φάκελος των ροών σας…</translation>
    </message>
    <message>
        <source>service clock stopped</source>
        <translation>ρολόι υπηρεσίας σταματημένο</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <extracomment>%1 is the name of a menu, %2 what is in it with its keys</extracomment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Tab goes from part to part. In a step, Alt with Up and Down moves it. In the timeline, Left and Right walk the changes, Up and Down the lanes; + and - zoom, Shift with Left and Right pans, 0 shows all, F follows the present again.</source>
        <translation>Το Tab πηγαίνει από μέρος σε μέρος. Μέσα σε ένα βήμα, το Alt με πάνω ή κάτω βέλος το μετακινεί. Στη χρονογραμμή το αριστερό και το δεξί βέλος περνούν από τις αλλαγές, το πάνω και το κάτω από τις λωρίδες· τα + και - μεγεθύνουν και σμικρύνουν, το Shift με αριστερό ή δεξί βέλος μετακινεί, το 0 τα δείχνει όλα και το F ακολουθεί ξανά το παρόν.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Μήνυμα</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Κλείσιμο του μηνύματος</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Πρόβλημα</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Προειδοποίηση</translation>
    </message>
    <message>
        <source>Close this message to read the next.</source>
        <translation>Κλείστε αυτό το μήνυμα για να διαβάσετε το επόμενο.</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 ακόμη</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Σημείωση</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::MessagePreview</name>
    <message>
        <source>What the person sees</source>
        <translation>Τι βλέπει ο παραλήπτης</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not among the known template types, so its text and the fields it needs are not known. All parameters stay visible.</source>
        <translation>Το &quot;%1&quot; δεν είναι στους γνωστούς τύπους προτύπου, οπότε δεν είναι γνωστά το κείμενό του και τα πεδία που χρειάζεται. Όλες οι παράμετροι μένουν ορατές.</translation>
    </message>
    <message>
        <source>Text of the template · English</source>
        <translation>Κείμενο του προτύπου · αγγλικά</translation>
    </message>
    <message>
        <source>The wording is not confirmed.</source>
        <translation>Η διατύπωση δεν έχει επιβεβαιωθεί.</translation>
    </message>
    <message>
        <source>The phone shows it in %1; that text is not published.</source>
        <extracomment>%1 is a language</extracomment>
        <translation>Στο τηλέφωνο εμφανίζεται στη γλώσσα: %1. Εκείνο το κείμενο δεν έχει δημοσιευτεί.</translation>
    </message>
    <message>
        <source>SMS · from the service&apos;s own sender</source>
        <translation>SMS · από τον αποστολέα της υπηρεσίας</translation>
    </message>
    <message>
        <source>SMS · from %1</source>
        <translation>SMS · από %1</translation>
    </message>
    <message>
        <source>This template is not among the known ones, so its text and the fields it needs are not known. All parameters stay visible.</source>
        <translation>Αυτό το πρότυπο δεν είναι ανάμεσα στα γνωστά, οπότε δεν είναι γνωστό το κείμενό του ούτε τα πεδία που χρειάζεται. Όλες οι παράμετροι μένουν ορατές.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::ObservationDisplayModel</name>
    <message>
        <source>Source</source>
        <translation>Πηγή</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Τι λέει</translation>
    </message>
    <message>
        <source>How it relates</source>
        <translation>Σχέση</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Μέγεθος</translation>
    </message>
    <message>
        <source>HTTP %1  %2</source>
        <translation>HTTP %1  %2</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::PasteLogDialog</name>
    <message>
        <source>Replay a pasted log</source>
        <translation>Αναπαραγωγή επικολλημένου αρχείου</translation>
    </message>
    <message>
        <source>&amp;One webhook or tracking body a line, bare or with &quot;at&quot;, &quot;source&quot; and &quot;body&quot; around it.</source>
        <translation>Ένα &amp;σώμα webhook ή παρακολούθησης σε κάθε γραμμή, σκέτο ή μέσα σε &quot;at&quot;, &quot;source&quot; και &quot;body&quot;.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Αρχείο καταγραφής</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Αναπαραγωγή</translation>
    </message>
    <message>
        <source>Why it cannot be played</source>
        <translation>Γιατί δεν μπορεί να αναπαραχθεί</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::ProblemList</name>
    <message>
        <source>Flow</source>
        <translation>Ροή</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Βήμα %1</translation>
    </message>
    <message>
        <source>Problems of this flow</source>
        <translation>Προβλήματα αυτής της ροής</translation>
    </message>
    <message>
        <source>%1 · %2: %3</source>
        <extracomment>%1 a place such as &quot;Step 1 · Pin&quot;, %2 &quot;Error&quot;, &quot;Warning&quot; or &quot;Hint&quot;, %3 a sentence</extracomment>
        <translation>%1 · %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n σφάλμα</numerusform>
            <numerusform>%n σφάλματα</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n προειδοποίηση</numerusform>
            <numerusform>%n προειδοποιήσεις</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n υπόδειξη</numerusform>
            <numerusform>%n υποδείξεις</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Κανένα πρόβλημα</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>και %n ακόμη</numerusform>
            <numerusform>και %n ακόμη</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::ui::RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Άνοιγμα π&amp;ρόσφατων</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Καθαρισμός της λίστας</translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <extracomment>%1 is a file and its folder</extracomment>
        <translation>%1 (λείπει)</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::ReplayBar</name>
    <message>
        <source>Next change</source>
        <translation>Επόμενη αλλαγή</translation>
    </message>
    <message>
        <source>Pause at each change</source>
        <translation>Παύση σε κάθε αλλαγή</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Αναπαραγωγή</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>Ταχύτητα αναπαραγωγής</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Όλα μαζί</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Όπως έγινε</translation>
    </message>
    <message>
        <source>× %1</source>
        <translation>× %1</translation>
    </message>
    <message>
        <source>Plays up to the next change and pauses there</source>
        <translation>Προχωρά ως την επόμενη αλλαγή και σταματά εκεί</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Close the replay</source>
        <translation>Κλείσιμο της αναπαραγωγής</translation>
    </message>
    <message>
        <source>Replay of %1</source>
        <translation>Αναπαραγωγή: %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Παύση</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Έναρξη</translation>
    </message>
    <message>
        <source>To the mark</source>
        <translation>Ως το σημάδι</translation>
    </message>
    <message>
        <source>Plays up to the mark chosen in the timeline and pauses there</source>
        <translation>Παίζει ως το σημάδι που επιλέχθηκε στο χρονολόγιο και σταματά εκεί</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Ξανά από την αρχή</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::RunListDisplayModel</name>
    <message>
        <source>%1  %2</source>
        <extracomment>a run in the history: %1 is a time of day, %2 how it stands</extracomment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::RunTables</name>
    <message>
        <source>Tables of the run</source>
        <translation>Πίνακες της εκτέλεσης</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Συμβάντα</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>Μεταβάσεις</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Ευρήματα</translation>
    </message>
    <message>
        <source>Columns of %1</source>
        <translation>Στήλες: %1</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>Γραμμές: %1</translation>
    </message>
    <message>
        <source>The answer to the send, webhooks and polls are listed here as they come, each with what it says.</source>
        <translation>Η απάντηση στην αποστολή, τα webhook και οι ερωτήσεις εμφανίζονται εδώ καθώς έρχονται, με όσα λέει το καθένα.</translation>
    </message>
    <message>
        <source>Every change of a status is listed here, with who told it first.</source>
        <translation>Κάθε αλλαγή κατάστασης εμφανίζεται εδώ, με το ποιος την είπε πρώτος.</translation>
    </message>
    <message>
        <source>What the run shows about the service is listed here, each with the document it stands on.</source>
        <translation>Όσα δείχνει η εκτέλεση για την υπηρεσία εμφανίζονται εδώ, το καθένα με το έγγραφο στο οποίο στηρίζεται.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::RunToolBar</name>
    <message>
        <source>Run</source>
        <translation>Εκτέλεση</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Περιβάλλον</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Σενάριο</translation>
    </message>
    <message>
        <source>Speed of the service clock</source>
        <translation>Ταχύτητα του ρολογιού υπηρεσίας</translation>
    </message>
    <message>
        <source>Service clock</source>
        <translation>Ρολόι υπηρεσίας</translation>
    </message>
    <message>
        <source>Send  Ctrl+↵</source>
        <translation>Αποστολή  Ctrl+↵</translation>
    </message>
    <message>
        <source>Stop  Esc</source>
        <translation>Διακοπή  Esc</translation>
    </message>
    <message>
        <source>× %1</source>
        <translation>× %1</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Παγωμένο</translation>
    </message>
    <message>
        <source>The open flow plays this scenario: its recipient&apos;s last digits, or a label, choose it.</source>
        <translation>Η ανοιχτή ροή παίζει αυτό το σενάριο: το επιλέγουν τα τελευταία ψηφία του παραλήπτη ή μια ετικέτα.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::RunView</name>
    <message>
        <source>What happened</source>
        <translation>Τι συνέβη</translation>
    </message>
    <message>
        <source>Details of the run</source>
        <translation>Λεπτομέρειες της εκτέλεσης</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Λωρίδες</translation>
    </message>
    <message>
        <source>Timeline and tables</source>
        <translation>Χρονογραμμή και πίνακες</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Καμία εκτέλεση ακόμη</translation>
    </message>
    <message>
        <source>Since send</source>
        <translation>Από την αποστολή</translation>
    </message>
    <message>
        <source>Times since the flow was sent</source>
        <translation>Χρόνοι από την αποστολή της ροής</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Υπηρεσία</translation>
    </message>
    <message>
        <source>The clock the service lives by, in UTC</source>
        <translation>Το ρολόι με το οποίο ζει η υπηρεσία, σε UTC</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Τοπική</translation>
    </message>
    <message>
        <source>The clock of this machine, in local time</source>
        <translation>Το ρολόι αυτού του υπολογιστή, σε τοπική ώρα</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Όλα</translation>
    </message>
    <message>
        <source>Show the whole run (0 in the timeline)</source>
        <translation>Δείχνει όλη την εκτέλεση (0 στη χρονογραμμή)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Παρακολούθηση</translation>
    </message>
    <message>
        <source>Move along with the present again (F in the timeline)</source>
        <translation>Ακολουθεί πάλι το παρόν (F στη χρονογραμμή)</translation>
    </message>
    <message>
        <source>Send takes the open flow to the environment chosen above.</source>
        <translation>Η αποστολή στέλνει την ανοιχτή ροή στο περιβάλλον που επιλέξατε επάνω.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::SecretField</name>
    <message>
        <source>Show</source>
        <translation>Εμφάνιση</translation>
    </message>
    <message>
        <source>Show what is typed as %1</source>
        <translation>Εμφάνιση όσων πληκτρολογούνται ως %1</translation>
    </message>
    <message>
        <source>Type here to set or change it</source>
        <translation>Πληκτρολογήστε εδώ για ορισμό ή αλλαγή</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::SendQuestion</name>
    <message>
        <source>Question before a real send</source>
        <translation>Ερώτηση πριν από πραγματική αποστολή</translation>
    </message>
    <message>
        <source>Send for &amp;real</source>
        <translation>&amp;Πραγματική αποστολή</translation>
    </message>
    <message>
        <source>Send for real</source>
        <translation>Πραγματική αποστολή</translation>
    </message>
    <message>
        <source>&amp;Do not send</source>
        <translation>&amp;Να μη σταλεί</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Να μη σταλεί</translation>
    </message>
    <message>
        <source>This goes to %1 (%2), costs money and reaches a phone. Recipients: %3. Channels, in this order: %4.</source>
        <translation>Πηγαίνει στο %1 (%2), κοστίζει χρήματα και φτάνει σε τηλέφωνο. Παραλήπτες: %3. Κανάλια, με αυτή τη σειρά: %4.</translation>
    </message>
    <message>
        <source>Do &amp;not ask again for %1 today</source>
        <translation>Να μη &amp;ξαναγίνει η ερώτηση για το %1 σήμερα</translation>
    </message>
    <message>
        <source>Do not ask again today</source>
        <translation>Να μη ρωτηθώ ξανά σήμερα</translation>
    </message>
    <message>
        <source>The account&apos;s balance is being asked for…</source>
        <translation>Ζητείται το υπόλοιπο του λογαριασμού…</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::SimulatedFlowModel</name>
    <message>
        <source>nothing more</source>
        <translation>τίποτε άλλο</translation>
    </message>
    <message>
        <source>next channel</source>
        <translation>επόμενο κανάλι</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Ροή</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 στις %2</translation>
    </message>
    <message>
        <source>Steps and next</source>
        <translation>Βήματα και συνέχεια</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::SimulatorActions</name>
    <message>
        <source>&amp;Pause the service clock</source>
        <translation>&amp;Παύση του ρολογιού της υπηρεσίας</translation>
    </message>
    <message>
        <source>Step to the next &amp;event</source>
        <translation>Βήμα στο επόμενο &amp;συμβάν</translation>
    </message>
    <message>
        <source>Jump to the next &amp;failover</source>
        <translation>Άλμα στην επόμενη &amp;εναλλαγή</translation>
    </message>
    <message>
        <source>Run until &amp;concluded</source>
        <translation>Συνέχεια ως την ο&amp;λοκλήρωση</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::SimulatorPanel</name>
    <message>
        <source>Flows sent to the simulator appear here.</source>
        <translation>Εδώ εμφανίζονται οι ροές που στέλνονται στον προσομοιωτή.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Βήμα</translation>
    </message>
    <message>
        <source>Status to report</source>
        <translation>Κατάσταση προς αναφορά</translation>
    </message>
    <message>
        <source>Detailed status</source>
        <translation>Αναλυτική κατάσταση</translation>
    </message>
    <message>
        <source>Report it now</source>
        <translation>Αναφορά τώρα</translation>
    </message>
    <message>
        <source>Lets this step report the status now, whatever the scenario says</source>
        <translation>Το βήμα αναφέρει τώρα αυτή την κατάσταση, ό,τι κι αν λέει το σενάριο</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Λεπτομέρεια</translation>
    </message>
    <message>
        <source>Flows in the simulator</source>
        <translation>Ροές στον προσομοιωτή</translation>
    </message>
    <message>
        <source>%1 · Viber</source>
        <translation>%1 · Viber</translation>
    </message>
    <message>
        <source>%1 · SMS</source>
        <translation>%1 · SMS</translation>
    </message>
    <message>
        <source>No status can follow %1.</source>
        <extracomment>%1 is a status in the service&apos;s spelling</extracomment>
        <translation>Δεν μπορεί να ακολουθήσει άλλη κατάσταση μετά το %1.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::SmsTexts</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n τμήμα</numerusform>
            <numerusform>%n τμήματα</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 used, %2 left</source>
        <translation>%1 χρησιμοποιούνται, %2 απομένουν</translation>
    </message>
    <message>
        <source>GSM 03.38 · %1 · %2</source>
        <extracomment>The alphabet, then the length, then the number of parts of an SMS</extracomment>
        <translation>GSM 03.38 · %1 · %2</translation>
    </message>
    <message>
        <source>Unicode · %1 · %2. &quot;%3&quot; (character %4) forces it.</source>
        <extracomment>%1 the length, %2 the parts, %3 a character, %4 its position</extracomment>
        <translation>Unicode · %1 · %2. Το επιβάλλει το &quot;%3&quot; (χαρακτήρας %4).</translation>
    </message>
    <message>
        <source>Transcoding should change %1. Then: %2</source>
        <extracomment>%1 a list such as &quot;α → A, ß → ss&quot;, %2 how long the text is then</extracomment>
        <translation>Η μετατροπή αναμένεται να αλλάξει %1. Τότε: %2</translation>
    </message>
    <message>
        <source>Transcoding would change %1. Then: %2</source>
        <translation>Η μετατροπή θα άλλαζε %1. Τότε: %2</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::SnippetPage</name>
    <message>
        <source>With &amp;secrets</source>
        <translation>Με τα &amp;απόρρητα</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Αν&amp;τιγραφή</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Γλώσσα</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Γλώσσα</translation>
    </message>
    <message>
        <source>With secrets</source>
        <translation>Με τα απόρρητα</translation>
    </message>
    <message>
        <source>Writes the pin into the text. Without it, the program takes the pin from the variable PIN and the token from TOKEN.</source>
        <translation>Γράφει το pin μέσα στο κείμενο. Χωρίς αυτό, το πρόγραμμα παίρνει το pin από τη μεταβλητή PIN και το token από την TOKEN.</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Αντιγραφή της εντολής</translation>
    </message>
    <message>
        <source>Flow as a command</source>
        <translation>Η ροή ως εντολή</translation>
    </message>
    <message>
        <source>This flow is long, %1. Copy makes the command.</source>
        <translation>Η ροή είναι μεγάλη, %1. Η αντιγραφή φτιάχνει την εντολή.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::StatusLine</name>
    <message>
        <source>Environment</source>
        <translation>Περιβάλλον</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Δέκτης</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Εκτέλεση</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Αποθήκη</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::StepCard</name>
    <message>
        <source>Fewer fields</source>
        <translation>Λιγότερα πεδία</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Περισσότερα πεδία</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n problem(s)</source>
        <translation>
            <numerusform>%1 · %n πρόβλημα</numerusform>
            <numerusform>%1 · %n προβλήματα</numerusform>
        </translation>
    </message>
    <message>
        <source>This step is not a JSON object. Change it under JSON.</source>
        <translation>Αυτό το βήμα δεν είναι αντικείμενο JSON. Αλλάξτε το στην καρτέλα JSON.</translation>
    </message>
    <message>
        <source>Only steps of type ViberOtp and Sms are known. Its other values are under JSON.</source>
        <translation>Γνωστά είναι μόνο βήματα τύπου ViberOtp και Sms. Οι άλλες τιμές του βρίσκονται στην καρτέλα JSON.</translation>
    </message>
    <message>
        <source>Also in the body: %1. Change it under JSON.</source>
        <extracomment>%1 is a list of JSON keys</extracomment>
        <translation>Επίσης στο σώμα: %1. Αλλάξτε το στην καρτέλα JSON.</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <extracomment>The name of a group of fields, for screen readers: %1 a number, %2 a step type</extracomment>
        <translation>Βήμα %1, %2</translation>
    </message>
    <message>
        <source>no type</source>
        <translation>χωρίς τύπο</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::StepHeader</name>
    <message>
        <source>No type</source>
        <translation>Χωρίς τύπο</translation>
    </message>
    <message>
        <source>tried first</source>
        <translation>δοκιμάζεται πρώτο</translation>
    </message>
    <message>
        <source>failover</source>
        <translation>εναλλαγή καναλιού</translation>
    </message>
    <message>
        <source>Drag to another place</source>
        <translation>Σύρετε σε άλλη θέση</translation>
    </message>
    <message>
        <source>Move step %1 up (Alt+Up)</source>
        <translation>Μετακίνηση του βήματος %1 προς τα πάνω (Alt+Πάνω)</translation>
    </message>
    <message>
        <source>Move step %1 down (Alt+Down)</source>
        <translation>Μετακίνηση του βήματος %1 προς τα κάτω (Alt+Κάτω)</translation>
    </message>
    <message>
        <source>Duplicate step %1</source>
        <translation>Διπλασιασμός του βήματος %1</translation>
    </message>
    <message>
        <source>Delete step %1</source>
        <translation>Διαγραφή του βήματος %1</translation>
    </message>
    <message>
        <source>Show the fields of step %1</source>
        <translation>Εμφάνιση των πεδίων του βήματος %1</translation>
    </message>
    <message>
        <source>Collapse step %1 to one line</source>
        <translation>Σύμπτυξη του βήματος %1 σε μία γραμμή</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::StepPager</name>
    <message>
        <source>Earlier steps</source>
        <translation>Προηγούμενα βήματα</translation>
    </message>
    <message>
        <source>Later steps</source>
        <translation>Επόμενα βήματα</translation>
    </message>
    <message>
        <source>Steps %1 to %2 of %3</source>
        <extracomment>For example &quot;Steps 101 to 200 of 25,000&quot;</extracomment>
        <translation>Βήματα %1 έως %2 από %3</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::TemplatesDialog</name>
    <message>
        <source>catalogue, account</source>
        <translation>κατάλογος, λογαριασμός</translation>
    </message>
    <message>
        <source>catalogue</source>
        <translation>κατάλογος</translation>
    </message>
    <message>
        <source>account</source>
        <translation>λογαριασμός</translation>
    </message>
    <message>
        <source>Templates of %1</source>
        <translation>Πρότυπα του %1</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Πρότυπα</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Τύπος</translation>
    </message>
    <message>
        <source>Known to</source>
        <translation>Γνωστό σε</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Πεδία</translation>
    </message>
    <message>
        <source>Template id</source>
        <translation>Αναγνωριστικό προτύπου</translation>
    </message>
    <message>
        <source>English text</source>
        <translation>Αγγλικό κείμενο</translation>
    </message>
    <message>
        <source>Templates as they came</source>
        <translation>Τα πρότυπα όπως ήρθαν</translation>
    </message>
    <message>
        <source>&amp;Use in %1</source>
        <translation>&amp;Χρήση στο %1</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Χρήση</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Χρήση</translation>
    </message>
    <message>
        <source>The flow has no Viber step.</source>
        <translation>Η ροή δεν έχει βήμα Viber.</translation>
    </message>
    <message numerus="yes">
        <source>%n templates came in a shape that is not known. They are shown as they came; copy a template id from here.</source>
        <translation>
            <numerusform>%n πρότυπο ήρθε σε μορφή που δεν είναι γνωστή. Εμφανίζεται όπως ήρθε· αντιγράψτε από εδώ το αναγνωριστικό του.</numerusform>
            <numerusform>%n πρότυπα ήρθαν σε μορφή που δεν είναι γνωστή. Εμφανίζονται όπως ήρθαν· αντιγράψτε από εδώ ένα αναγνωριστικό.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::ui::TimelineWidget</name>
    <message>
        <source>Timeline</source>
        <translation>Χρονογραμμή</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Καμία εκτέλεση ακόμη</translation>
    </message>
    <message>
        <source>Press Send to see the flow run.
Each step gets a lane here, with what is due next and why.</source>
        <translation>Πατήστε «Αποστολή», για να δείτε τη ροή να εκτελείται.
Κάθε βήμα παίρνει εδώ μια λωρίδα, με το τι ακολουθεί και γιατί.</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::TransitionDisplayModel</name>
    <message>
        <source>Flow</source>
        <translation>Ροή</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Βήμα %1</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Αφορά</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Από</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Σε</translation>
    </message>
    <message>
        <source>First seen in</source>
        <translation>Πρώτη εμφάνιση σε</translation>
    </message>
    <message>
        <source>Accepted, not yet delivered (“%1”)</source>
        <translation>Έγινε δεκτή, δεν έχει παραδοθεί ακόμη («%1»)</translation>
    </message>
</context>
<context>
    <name>otpscope::ui::VerdictButton</name>
    <message>
        <source>Show what was found</source>
        <translation>Εμφάνιση όσων βρέθηκαν</translation>
    </message>
</context>
<context>
    <name>otpscope::window::Archive</name>
    <message>
        <source>%1 cannot be opened: %2. Check that the file is there and may be read.</source>
        <translation>Το %1 δεν ανοίγει: %2. Ελέγξτε αν το αρχείο υπάρχει και αν επιτρέπεται η ανάγνωσή του.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 and was not read. A flow is a few kilobytes: choose another file.</source>
        <translation>Το %1 είναι μεγαλύτερο από %2 και δεν διαβάστηκε. Μια ροή είναι λίγα kilobyte: επιλέξτε άλλο αρχείο.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. The flow is still open here: save it under another name.</source>
        <translation>Το %1 δεν μπορεί να γραφτεί: %2. Η ροή είναι ακόμη ανοιχτή εδώ: αποθηκεύστε τη με άλλο όνομα.</translation>
    </message>
    <message>
        <source>Unsaved changes cannot be kept in %1: %2. Save the flow before you close this window.</source>
        <translation>Οι μη αποθηκευμένες αλλαγές δεν μπορούν να φυλαχτούν στο %1: %2. Αποθηκεύστε τη ροή, πριν κλείσετε αυτό το παράθυρο.</translation>
    </message>
</context>
<context>
    <name>otpscope::window::Balance</name>
    <message>
        <source>Balance of the account: %1.</source>
        <translation>Υπόλοιπο του λογαριασμού: %1.</translation>
    </message>
    <message>
        <source>The account&apos;s balance is not known (%1).</source>
        <translation>Το υπόλοιπο του λογαριασμού δεν είναι γνωστό (%1).</translation>
    </message>
</context>
<context>
    <name>otpscope::window::Deliveries</name>
    <message>
        <source>&amp;Deliveries…</source>
        <translation>&amp;Παραδόσεις…</translation>
    </message>
    <message>
        <source>Look through what the service knows, and follow a flow by its id</source>
        <translation>Αναζήτηση σε όσα γνωρίζει η υπηρεσία και παρακολούθηση μιας ροής από το αναγνωριστικό της</translation>
    </message>
    <message>
        <source>The service gave no list: %1</source>
        <translation>Η υπηρεσία δεν έδωσε κατάλογο: %1</translation>
    </message>
</context>
<context>
    <name>otpscope::window::Environments</name>
    <message>
        <source>Built-in simulator</source>
        <translation>Ενσωματωμένος προσομοιωτής</translation>
    </message>
    <message>
        <source>Plays the service on this machine: no account, no network, no cost.</source>
        <translation>Παίζει την υπηρεσία σε αυτόν τον υπολογιστή: χωρίς λογαριασμό, χωρίς δίκτυο, χωρίς κόστος.</translation>
    </message>
    <message>
        <source>%1 (real)</source>
        <translation>%1 (πραγματικό)</translation>
    </message>
    <message>
        <source>Flows sent there cost money and reach phones.</source>
        <translation>Οι ροές που στέλνονται εκεί κοστίζουν και φτάνουν σε τηλέφωνα.</translation>
    </message>
    <message>
        <source>Edit environments…</source>
        <translation>Επεξεργασία περιβαλλόντων…</translation>
    </message>
    <message>
        <source>Routee, or any other service, with its credentials and limits.</source>
        <translation>Το Routee ή όποια άλλη υπηρεσία, με τα διαπιστευτήρια και τα όριά της.</translation>
    </message>
    <message>
        <source>The environments could not be saved in %1: %2. Make room or allow writing there.</source>
        <translation>Τα περιβάλλοντα δεν αποθηκεύτηκαν στο %1: %2. Ελευθερώστε χώρο ή επιτρέψτε εκεί την εγγραφή.</translation>
    </message>
    <message>
        <source>Written to %1, without secrets.</source>
        <translation>Γράφτηκε στο %1, χωρίς μυστικά.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>Το %1 δεν γράφτηκε: %2.</translation>
    </message>
    <message>
        <source>It was kept as %1.</source>
        <translation>Φυλάχθηκε ως %1.</translation>
    </message>
    <message>
        <source>This desktop has no key store that takes secrets. The secret of %1 is kept in memory until this window closes.</source>
        <translation>Αυτή η επιφάνεια εργασίας δεν έχει χώρο φύλαξης κλειδιών που να δέχεται μυστικά. Το μυστικό του %1 μένει στη μνήμη ώσπου να κλείσει το παράθυρο.</translation>
    </message>
    <message>
        <source>There is no secret yet.</source>
        <translation>Δεν υπάρχει ακόμη μυστικό.</translation>
    </message>
    <message>
        <source>Kept in memory until the window closes: there is no key store.</source>
        <translation>Στη μνήμη ώσπου να κλείσει το παράθυρο: δεν υπάρχει χώρος φύλαξης κλειδιών.</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s key store.</source>
        <translation>Στον χώρο φύλαξης κλειδιών του συστήματος.</translation>
    </message>
    <message>
        <source>Import environments</source>
        <translation>Εισαγωγή περιβαλλόντων</translation>
    </message>
    <message>
        <source>Environments (*.json);;All files (*)</source>
        <translation>Περιβάλλοντα (*.json);;Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Export environments</source>
        <translation>Εξαγωγή περιβαλλόντων</translation>
    </message>
    <message>
        <source>There is no password yet.</source>
        <translation>Δεν υπάρχει κωδικός ακόμη.</translation>
    </message>
</context>
<context>
    <name>otpscope::window::ExpectationFiles</name>
    <message>
        <source>Open expectations</source>
        <translation>Άνοιγμα προσδοκιών</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Save expectations</source>
        <translation>Αποθήκευση προσδοκιών</translation>
    </message>
</context>
<context>
    <name>otpscope::window::ExpectationReader</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>Το %1 δεν διαβάζεται: %2.</translation>
    </message>
    <message>
        <source>%1 is too large for expectations.</source>
        <translation>Το %1 είναι πολύ μεγάλο για αρχείο προσδοκιών.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>Το %1 δεν γράφτηκε: %2.</translation>
    </message>
</context>
<context>
    <name>otpscope::window::ExportDesk</name>
    <message>
        <source>Export the picture as P&amp;NG…</source>
        <translation>Εξαγωγή της εικόνας ως P&amp;NG…</translation>
    </message>
    <message>
        <source>Export the picture as S&amp;VG…</source>
        <translation>Εξαγωγή της εικόνας ως S&amp;VG…</translation>
    </message>
    <message>
        <source>Export the events as &amp;CSV…</source>
        <translation>Εξαγωγή των συμβάντων ως &amp;CSV…</translation>
    </message>
    <message>
        <source>Export the events as &amp;JSON…</source>
        <translation>Εξαγωγή των συμβάντων ως &amp;JSON…</translation>
    </message>
    <message>
        <source>C&amp;opy the picture</source>
        <translation>Αντιγραφή της ε&amp;ικόνας</translation>
    </message>
    <message>
        <source>Copy the &amp;events</source>
        <translation>Αντιγραφή των &amp;συμβάντων</translation>
    </message>
    <message>
        <source>&amp;Mask pins and numbers in exports</source>
        <translation>&amp;Απόκρυψη pin και αριθμών στις εξαγωγές</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Γράφτηκε: %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Εξαγωγή</translation>
    </message>
    <message>
        <source>Save a &amp;bundle of the run…</source>
        <translation>Αποθήκευση &amp;πακέτου της εκτέλεσης…</translation>
    </message>
</context>
<context>
    <name>otpscope::window::ExportWriter</name>
    <message>
        <source>%1 cannot be written: %2. Choose another place.</source>
        <translation>Το %1 δεν γράφεται: %2. Διαλέξτε άλλη θέση.</translation>
    </message>
    <message>
        <source>This run is not in the history, so no bundle of it can be saved.</source>
        <translation>Αυτή η εκτέλεση δεν βρίσκεται στο ιστορικό, οπότε δεν μπορεί να αποθηκευτεί πακέτο της.</translation>
    </message>
</context>
<context>
    <name>otpscope::window::FlowFiles</name>
    <message>
        <source>Flows (*.json);;All files (*)</source>
        <translation>Ροές (*.json);;Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Open a flow</source>
        <translation>Άνοιγμα ροής</translation>
    </message>
    <message>
        <source>Save the flow</source>
        <translation>Αποθήκευση της ροής</translation>
    </message>
    <message>
        <source>New flow %1</source>
        <translation>Νέα ροή %1</translation>
    </message>
    <message>
        <source>Your unsaved changes to this flow are back. Ctrl+Z in the editor returns to the flow without them.</source>
        <translation>Οι μη αποθηκευμένες αλλαγές σας σε αυτή τη ροή επανήλθαν. Με Ctrl+Z στον επεξεργαστή επιστρέφετε στη ροή χωρίς αυτές.</translation>
    </message>
    <message>
        <source>%1 is no longer on disk. The flow is still open here: save it to write it again.</source>
        <translation>Το %1 δεν υπάρχει πια στον δίσκο. Η ροή είναι ακόμη ανοιχτή εδώ: αποθηκεύστε την για να γραφτεί ξανά.</translation>
    </message>
    <message>
        <source>%1 was changed on disk by another program. Take what is there, or keep what is here; saving then replaces the file.</source>
        <translation>Το %1 άλλαξε στον δίσκο από άλλο πρόγραμμα. Πάρτε αυτό που είναι εκεί ή κρατήστε αυτό που είναι εδώ· η αποθήκευση τότε αντικαθιστά το αρχείο.</translation>
    </message>
    <message>
        <source>Take the file</source>
        <translation>Φόρτωση του αρχείου</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Διατήρηση του τρέχοντος</translation>
    </message>
    <message>
        <source>Choose the folder of your flows</source>
        <translation>Επιλέξτε τον φάκελο των ροών σας</translation>
    </message>
    <message>
        <source>%1 can no longer be read. The flow is still open here: save it under another name.</source>
        <translation>Το %1 δεν διαβάζεται πια. Η ροή είναι ακόμη ανοιχτή εδώ: αποθηκεύστε τη με άλλο όνομα.</translation>
    </message>
</context>
<context>
    <name>otpscope::window::FlowImports</name>
    <message>
        <source>Import a request</source>
        <translation>Εισαγωγή αιτήματος</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
</context>
<context>
    <name>otpscope::window::FlowLibrary</name>
    <message>
        <source>The folder of your flows, %1, is not there. Bring it back, or choose another one in the menu File.</source>
        <translation>Ο φάκελος των ροών σας, %1, δεν υπάρχει. Επαναφέρετέ τον ή επιλέξτε άλλον από το μενού Αρχείο.</translation>
    </message>
</context>
<context>
    <name>otpscope::window::ImportReader</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <extracomment>%2 is what the system says</extracomment>
        <translation>Δεν ήταν δυνατή η ανάγνωση του %1: %2.</translation>
    </message>
</context>
<context>
    <name>otpscope::window::LibraryDisk</name>
    <message>
        <source>A flow cannot be called “%1”: it is the name of a file. Leave out characters such as / : * ? and try again.</source>
        <translation>Μια ροή δεν μπορεί να λέγεται «%1»: είναι το όνομα ενός αρχείου. Αφαιρέστε χαρακτήρες όπως / : * ? και δοκιμάστε ξανά.</translation>
    </message>
    <message>
        <source>There is a flow called “%1” already. Choose another name.</source>
        <translation>Υπάρχει ήδη ροή με το όνομα «%1». Διαλέξτε άλλο όνομα.</translation>
    </message>
    <message>
        <source>%1 cannot be renamed: %2.</source>
        <extracomment>%2 is what the system says</extracomment>
        <translation>Δεν ήταν δυνατή η μετονομασία του %1: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be deleted: %2.</source>
        <extracomment>%2 is what the system says</extracomment>
        <translation>Δεν ήταν δυνατή η διαγραφή του %1: %2.</translation>
    </message>
    <message>
        <source>There is a flow called “%1” already. Rename it, then bring the deleted one back.</source>
        <translation>Υπάρχει ήδη ροή με το όνομα «%1». Μετονομάστε την και ύστερα επαναφέρετε τη διαγραμμένη.</translation>
    </message>
    <message>
        <source>%1 cannot be brought back: %2.</source>
        <extracomment>%2 is what the system says</extracomment>
        <translation>Δεν ήταν δυνατή η επαναφορά του %1: %2.</translation>
    </message>
</context>
<context>
    <name>otpscope::window::ReplayDesk</name>
    <message>
        <source>Replay &amp;pasted text…</source>
        <translation>Αναπαραγωγή επικολλημένου &amp;κειμένου…</translation>
    </message>
    <message>
        <source>Replay this &amp;run</source>
        <translation>Αναπαραγωγή αυτής της &amp;εκτέλεσης</translation>
    </message>
    <message>
        <source>the pasted log</source>
        <translation>το επικολλημένο αρχείο</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) were left out.</source>
        <translation>
            <numerusform>Παραλείφθηκε άλλη %n γραμμή.</numerusform>
            <numerusform>Παραλείφθηκαν άλλες %n γραμμές.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replay a &amp;log or bundle…</source>
        <translation>Αναπαραγωγή &amp;αρχείου καταγραφής ή πακέτου…</translation>
    </message>
    <message>
        <source>Replay a log or bundle</source>
        <translation>Αναπαραγωγή αρχείου καταγραφής ή πακέτου</translation>
    </message>
    <message>
        <source>Logs and bundles (*.jsonl *.json *.log);;All files (*)</source>
        <translation>Αρχεία καταγραφής και πακέτα (*.jsonl *.json *.log);;Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Expected in %1</source>
        <translation>Αναμένεται στο %1</translation>
    </message>
</context>
<context>
    <name>otpscope::window::Replayer</name>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>Το %1 δεν ανοίγει: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than a log may be (256 MB).</source>
        <translation>Το %1 είναι μεγαλύτερο από όσο επιτρέπεται για αρχείο καταγραφής (256 MB).</translation>
    </message>
    <message>
        <source>%1 holds no observation: one webhook or tracking body a line is what can be played.</source>
        <translation>Στο %1 δεν υπάρχει τίποτα να αναπαραχθεί: χρειάζεται ένα σώμα webhook ή παρακολούθησης σε κάθε γραμμή.</translation>
    </message>
    <message>
        <source>This run is not in the history, so it cannot be played again.</source>
        <translation>Αυτή η εκτέλεση δεν είναι στο ιστορικό, οπότε δεν μπορεί να αναπαραχθεί.</translation>
    </message>
    <message>
        <source>%1 holds no observation, so there is nothing to play.</source>
        <translation>Το %1 δεν περιέχει παρατηρήσεις, οπότε δεν υπάρχει κάτι να αναπαραχθεί.</translation>
    </message>
    <message>
        <source>The expectations in it were left out: %1</source>
        <translation>Οι προσδοκίες που περιέχει παραλείφθηκαν: %1</translation>
    </message>
</context>
<context>
    <name>otpscope::window::Resumption</name>
    <message>
        <source>This run is open, and nobody follows it: there is no environment called %1. Make one of that name under “Edit environments…”, and it goes on.</source>
        <translation>Αυτή η εκτέλεση είναι ανοιχτή και δεν την παρακολουθεί κανείς: δεν υπάρχει περιβάλλον με όνομα %1. Δημιουργήστε ένα με αυτό το όνομα στο «Επεξεργασία περιβαλλόντων…» και θα συνεχιστεί.</translation>
    </message>
    <message>
        <source>This run is open, and nobody follows it: there is no secret for %1. Enter it under “Edit environments…”, and it goes on.</source>
        <translation>Αυτή η εκτέλεση είναι ανοιχτή και δεν την παρακολουθεί κανείς: δεν υπάρχει μυστικό για το %1. Δώστε το στο «Επεξεργασία περιβαλλόντων…» και θα συνεχιστεί.</translation>
    </message>
    <message>
        <source>This run is followed again; nothing is sent. %1</source>
        <translation>Αυτή η εκτέλεση παρακολουθείται ξανά· δεν αποστέλλεται τίποτα. %1</translation>
    </message>
    <message>
        <source>This run was followed again until its end. %1</source>
        <translation>Αυτή η εκτέλεση παρακολουθήθηκε ξανά μέχρι το τέλος της. %1</translation>
    </message>
    <message>
        <source>This run is open, and what became of it is unknown: the service does not know it any more, or refused the credentials of %1.</source>
        <translation>Αυτή η εκτέλεση είναι ανοιχτή και η κατάληξή της άγνωστη: η υπηρεσία δεν τη γνωρίζει πια, ή απέρριψε τα διαπιστευτήρια του %1.</translation>
    </message>
    <message>
        <source>The program ended while this run was being sent. Whether it left is unknown, and it is not sent again by itself: look for it under Run, Deliveries.</source>
        <translation>Το πρόγραμμα τερματίστηκε ενώ αποστελλόταν αυτή η εκτέλεση. Είναι άγνωστο αν έφυγε και δεν αποστέλλεται ξανά από μόνη της: αναζητήστε τη στο Εκτέλεση, Παραδόσεις.</translation>
    </message>
    <message>
        <source>What became of this run is unknown: the built-in simulator forgot it when the program ended.</source>
        <translation>Η κατάληξη αυτής της εκτέλεσης είναι άγνωστη: ο ενσωματωμένος προσομοιωτής την ξέχασε όταν τερματίστηκε το πρόγραμμα.</translation>
    </message>
    <message numerus="yes">
        <source>%n open run(s) of an earlier start: followed again, and nothing is sent. Nothing was seen between %1 and %2.</source>
        <translation>
            <numerusform>%n ανοιχτή εκτέλεση προηγούμενης εκκίνησης: παρακολουθείται ξανά και δεν αποστέλλεται τίποτα. Δεν φάνηκε τίποτα μεταξύ %1 και %2.</numerusform>
            <numerusform>%n ανοιχτές εκτελέσεις προηγούμενης εκκίνησης: παρακολουθούνται ξανά και δεν αποστέλλεται τίποτα. Δεν φάνηκε τίποτα μεταξύ %1 και %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open runs with %1 are not followed, for there is no secret. Enter it under “Edit environments…”, and they go on.</source>
        <translation>Οι ανοιχτές εκτελέσεις με το %1 δεν παρακολουθούνται, γιατί λείπει το μυστικό. Δώστε το στο «Επεξεργασία περιβαλλόντων…» και θα συνεχιστούν.</translation>
    </message>
    <message>
        <source>Open runs with %1 are not followed, for there is no such environment any more.</source>
        <translation>Οι ανοιχτές εκτελέσεις με το %1 δεν παρακολουθούνται, γιατί δεν υπάρχει πια τέτοιο περιβάλλον.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of an earlier start: sent or not is unknown, for the program ended meanwhile. Nothing is sent again by itself; look under Run, Deliveries.</source>
        <translation>
            <numerusform>%n εκτέλεση προηγούμενης εκκίνησης: είναι άγνωστο αν στάλθηκε, γιατί το πρόγραμμα τερματίστηκε στο μεταξύ. Τίποτα δεν αποστέλλεται ξανά από μόνο του· δείτε στο Εκτέλεση, Παραδόσεις.</numerusform>
            <numerusform>%n εκτελέσεις προηγούμενης εκκίνησης: είναι άγνωστο αν στάλθηκαν, γιατί το πρόγραμμα τερματίστηκε στο μεταξύ. Τίποτα δεν αποστέλλεται ξανά από μόνο του· δείτε στο Εκτέλεση, Παραδόσεις.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was seen of it between %1 and %2: what happened then is known as far as the service still tells.</source>
        <translation>Δεν φάνηκε τίποτα μεταξύ %1 και %2: όσα έγιναν τότε είναι γνωστά στον βαθμό που τα λέει ακόμη η υπηρεσία.</translation>
    </message>
</context>
<context>
    <name>otpscope::window::Templates</name>
    <message>
        <source>&amp;Templates…</source>
        <translation>&amp;Πρότυπα…</translation>
    </message>
    <message>
        <source>Look through the templates of the catalogue and of the account</source>
        <translation>Δείτε τα πρότυπα του καταλόγου και του λογαριασμού</translation>
    </message>
    <message>
        <source>The account&apos;s templates are not known: %1</source>
        <translation>Τα πρότυπα του λογαριασμού δεν είναι γνωστά: %1</translation>
    </message>
    <message>
        <source>Asking for the account&apos;s templates…</source>
        <translation>Ζητούνται τα πρότυπα του λογαριασμού…</translation>
    </message>
    <message numerus="yes">
        <source>The account has %n templates.</source>
        <translation>
            <numerusform>Ο λογαριασμός έχει %n πρότυπο.</numerusform>
            <numerusform>Ο λογαριασμός έχει %n πρότυπα.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>otpscope::window::WebhookAnswers</name>
    <message>
        <source>Answer to &amp;webhooks</source>
        <translation>Απάντηση στα &amp;webhook</translation>
    </message>
    <message>
        <source>200 at &amp;once</source>
        <translation>200 &amp;αμέσως</translation>
    </message>
    <message>
        <source>200 after ten &amp;seconds</source>
        <translation>200 έπειτα από &amp;δέκα δευτερόλεπτα</translation>
    </message>
    <message>
        <source>&amp;500, as if something broke</source>
        <translation>&amp;500, σαν να χάλασε κάτι</translation>
    </message>
    <message>
        <source>&amp;410, as if nobody wanted them</source>
        <translation>&amp;410, σαν να μην τα θέλει κανείς</translation>
    </message>
    <message>
        <source>&amp;Hang up without an answer</source>
        <translation>&amp;Κλείσιμο χωρίς απάντηση</translation>
    </message>
</context>
<context>
    <name>otpscope::window::WindowController</name>
    <message>
        <source>Built-in simulator</source>
        <translation>Ενσωματωμένος προσομοιωτής</translation>
    </message>
    <message>
        <source>No run</source>
        <translation>Καμία εκτέλεση</translation>
    </message>
    <message>
        <source>The JSON text is not a flow right now. Correct it there, then send.</source>
        <translation>Το κείμενο JSON δεν είναι ροή αυτή τη στιγμή. Διορθώστε το εκεί και μετά στείλτε.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Αποστολή σε εξέλιξη</translation>
    </message>
    <message numerus="yes">
        <source>Following, %n observation(s)</source>
        <translation>
            <numerusform>Παρακολουθείται, %n παρατήρηση</numerusform>
            <numerusform>Παρακολουθείται, %n παρατηρήσεις</numerusform>
        </translation>
    </message>
    <message>
        <source>Run concluded</source>
        <translation>Η εκτέλεση ολοκληρώθηκε</translation>
    </message>
    <message>
        <source>Simulator off</source>
        <translation>Προσομοιωτής εκτός λειτουργίας</translation>
    </message>
    <message>
        <source>Not stored</source>
        <translation>Δεν αποθηκεύτηκε</translation>
    </message>
    <message>
        <source>The run under way goes on. Choose it in the history to see it again.</source>
        <translation>Η τρέχουσα εκτέλεση συνεχίζεται. Επιλέξτε την στο ιστορικό, για να τη δείτε ξανά.</translation>
    </message>
    <message>
        <source>Not sent, for the service would refuse this flow: %1 To see what it says, switch on &quot;Send as it is&quot;.</source>
        <translation>Δεν στάλθηκε, γιατί η υπηρεσία θα απέρριπτε αυτή τη ροή: %1 Για να δείτε τι απαντά, ενεργοποιήστε το «Αποστολή ως έχει».</translation>
    </message>
    <message>
        <source>Nothing was sent: there is no secret for %1. Enter it under “Edit environments…”.</source>
        <translation>Δεν στάλθηκε τίποτα: δεν υπάρχει μυστικό για το %1. Δώστε το στο «Επεξεργασία περιβαλλόντων…».</translation>
    </message>
    <message>
        <source>Whether the service took this flow is unknown; it is not sent again by itself. Look for it under Run, Deliveries: recipient and label are filled in there.</source>
        <translation>Αν η υπηρεσία δέχτηκε τη ροή δεν είναι γνωστό· δεν ξαναστέλνεται από μόνη της. Αναζητήστε τη στο Εκτέλεση, Παραδόσεις: παραλήπτης και ετικέτα είναι ήδη συμπληρωμένα.</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Δεν στάλθηκε</translation>
    </message>
    <message>
        <source>%1 (real)</source>
        <translation>%1 (πραγματικό)</translation>
    </message>
    <message>
        <source>This flow is long and is still being checked. Send it again in a moment.</source>
        <translation>Η ροή είναι μεγάλη και ελέγχεται ακόμη. Στείλτε την ξανά σε λίγο.</translation>
    </message>
    <message>
        <source>The service clock is stopped, so the flow waits. F6 lets the clock run, F7 steps to the next event.</source>
        <translation>Το ρολόι της υπηρεσίας είναι σταματημένο, οπότε η ροή περιμένει. Το F6 αφήνει το ρολόι να τρέξει, το F7 προχωρά στο επόμενο συμβάν.</translation>
    </message>
    <message>
        <source>The built-in simulator</source>
        <translation>Ο ενσωματωμένος προσομοιωτής</translation>
    </message>
</context>
</TS>
