package org.countersign.quality.model;

import java.io.Serializable;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A {@link Finding} as it is kept. Never changed. */
@Entity
@Table(name = "review_finding")
@IdClass(ReviewFinding.Key.class)
public class ReviewFinding {

    @Id
    @Column(name = "review_id")
    private long reviewId;

    @Id
    @Enumerated(EnumType.STRING)
    private Characteristic characteristic;

    private boolean conforming;
    private String note;

    protected ReviewFinding() {
    }

    public ReviewFinding(long reviewId, Finding finding) {
        this.reviewId = reviewId;
        this.characteristic = finding.characteristic();
        this.conforming = finding.conforming();
        this.note = finding.note();
    }

    /** The finding's value. */
    public Finding finding() {
        return new Finding(characteristic, conforming, note);
    }

    /** The pair that identifies it. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long reviewId;
        private Characteristic characteristic;

        public Key() {
        }

        public Key(long reviewId, Characteristic characteristic) {
            this.reviewId = reviewId;
            this.characteristic = characteristic;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.reviewId == reviewId && key.characteristic == characteristic;
        }

        @Override
        public int hashCode() {
            return Objects.hash(reviewId, characteristic);
        }
    }
}
