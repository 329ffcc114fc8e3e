/// What meetings decided about proposals.
enum ProposalDecisionSchema {
    static let migrations = [
        Migration(
            name: "2026-12-06 decide on proposals",
            sql: """
                CREATE TABLE proposalDecision (
                    proposalID INTEGER PRIMARY KEY REFERENCES proposal (id),
                    outcome TEXT NOT NULL CHECK (outcome IN (
                        'adopted', 'partlyAdopted', 'keptForReference', 'furtherStudy', 'notAdopted')),
                    reasons TEXT NOT NULL CHECK (reasons <> ''),
                    award INTEGER CHECK (award >= 1),
                    decidedBy INTEGER NOT NULL REFERENCES employee (id),
                    decidedAt TEXT NOT NULL
                ) STRICT;
                CREATE TRIGGER proposalDecisionIsInMeeting BEFORE INSERT ON proposalDecision
                WHEN NOT EXISTS (SELECT 1 FROM proposal JOIN proposalCall ON proposalCall.id = proposal.callID
                    WHERE proposal.id = new.proposalID AND proposalCall.meetingAt IS NOT NULL
                        AND proposalCall.decidedAt IS NULL)
                BEGIN SELECT RAISE (ABORT, 'a proposal is decided in the meeting'); END;
                CREATE TRIGGER proposalDecisionStands BEFORE UPDATE ON proposalDecision
                WHEN EXISTS (SELECT 1 FROM proposal JOIN proposalCall ON proposalCall.id = proposal.callID
                    WHERE proposal.id = old.proposalID AND proposalCall.decidedAt IS NOT NULL)
                BEGIN SELECT RAISE (ABORT, 'a decision never changes once the call is decided'); END;
                """)
    ]

    static let invariants = [
        Invariant(
            violation: "已併入別件的創意提案另有決議",
            sql: """
                SELECT proposalID FROM proposalDecision
                WHERE proposalID IN (SELECT laterID FROM proposalMerger WHERE mergedAt IS NOT NULL)
                """),
        Invariant(
            violation: "已決議的徵件還有創意提案沒有決議",
            sql: """
                SELECT proposal.id FROM proposal JOIN proposalCall ON proposalCall.id = proposal.callID
                WHERE proposalCall.decidedAt IS NOT NULL AND proposal.state = 'accepted'
                    AND proposal.id NOT IN (SELECT laterID FROM proposalMerger WHERE mergedAt IS NOT NULL)
                    AND proposal.id NOT IN (SELECT proposalID FROM proposalDecision)
                """),
        Invariant(
            violation: "創意提案的獎勵不是該次徵件所訂",
            sql: """
                SELECT decision.proposalID FROM proposalDecision AS decision
                JOIN proposal ON proposal.id = decision.proposalID
                LEFT JOIN proposalAward AS award ON award.callID = proposal.callID AND award.position = decision.award
                WHERE decision.award IS NOT NULL AND award.callID IS NULL
                """),
    ]
}
