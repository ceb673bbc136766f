/** Agreements as YAML: safe types only, small, without aliases. */
package org.countersign.customer.yaml;
