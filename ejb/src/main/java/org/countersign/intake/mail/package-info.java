/**
 * Reads Internet mail. The structure, the fields and the character sets are read by code of our own that counts as it goes
 * and mends what it can, since mail libraries build unbounded trees first and throw at every fault; dates, quoted-printable
 * and uuencode are read by Jakarta Mail, HTML by jsoup.
 */
package org.countersign.intake.mail;
