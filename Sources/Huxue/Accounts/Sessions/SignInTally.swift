/// Where attempts to sign in come from.
enum SignInSource: Hashable {
    case network(String)
    /// A browser that has signed in to the account before.
    case device(String)
}

/// An account and where somebody tries to sign in to it.
struct SignInPair: Hashable {
    let login: String
    let source: SignInSource

    var isKnown: Bool { if case .device = source { true } else { false } }
    /// The group of attempts that share a limit on how many are judged at a time, and that limit.
    var lane: (name: SignInSource, limit: Int) {
        isKnown ? (.device(login), SignInThrottle.deviceLimit) : (source, SignInThrottle.networkLimit)
    }
}

/// What is remembered of the attempts of one pair, or of one account.
struct SignInTally {
    var failures = 0
    /// Attempts that are waiting or being judged.
    var open = 0
    var waiting = 0
    /// When the last of those that wait will be judged.
    var turn: Moment
    var last: Moment

    init(last: Moment) {
        turn = last
        self.last = last
    }

    /// What is known, or nothing once that is forgotten.
    static func current(_ known: SignInTally?, now: Moment) -> SignInTally {
        guard let known, !known.isForgotten(at: now) else { return SignInTally(last: now) }
        return known
    }

    /// In seconds: twice as long after each further failure, at most `limit`; none for a negative step.
    static func delay(step: Int, limit: Int64) -> Int64 { step < 0 ? 0 : min(limit, 1 << Int64(min(step, 10))) }

    var delayStep: Int { failures + open - SignInThrottle.freeFailures }
    var isEmpty: Bool { failures + open == 0 }
    func isForgotten(at now: Moment) -> Bool {
        open == 0 && now.seconds(since: last) >= SignInThrottle.memorySeconds
    }

    /// When the next attempt will be judged, `delay` seconds after the one before it.
    func nextTurn(after delay: Int64, now: Moment) -> Moment { max(now, turn).adding(seconds: delay) }

    /// Counts the end of one attempt; a success subtracts the pair's `own` failures.
    mutating func close(_ succeeded: Bool?, forgiving own: Int, at now: Moment) {
        open -= 1
        switch succeeded {
        case true?: failures = max(0, failures - own)
        case false?:
            failures += 1
            last = now
        case nil: break
        }
    }
}
