import Crypto
import Foundation

/// The generator behind every drawing: xoshiro256**, seeded by SHA-256, so that the same seed gives the same paper on
/// every machine and with every later version.
///
/// The exam's seed is random and secret; other papers drawn from it cannot be guessed from one paper.
///
/// Source: David Blackman and Sebastiano Vigna, "Scrambled Linear Pseudorandom Number Generators" (2018).
struct SeededGenerator: RandomNumberGenerator {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// `parts`: what the seed is made of; their order and borders matter.
    init(_ parts: String...) {
        var hasher = SHA256()
        for part in parts {
            hasher.update(data: Data("\(part.utf8.count):\(part)".utf8))
        }
        let digest = Array(hasher.finalize())
        let words = (0..<4).map { word in
            digest[(word * 8)..<(word * 8 + 8)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        state = (words[0], words[1], words[2], words[3] | 1)
    }

    mutating func next() -> UInt64 {
        let result = rotate(state.1 &* 5, by: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = rotate(state.3, by: 45)
        return result
    }

    private func rotate(_ value: UInt64, by count: UInt64) -> UInt64 {
        value << count | value >> (64 - count)
    }

    /// A number in 0..<bound, each equally likely (Lemire's method with rejection), fixed here because the standard
    /// library may change its own.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        let bound = UInt64(bound)
        while true {
            let product = next().multipliedFullWidth(by: bound)
            if product.low >= (0 &- bound) % bound { return Int(product.high) }
        }
    }

    /// Fisher–Yates, from the end.
    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for index in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(index, below(index + 1))
        }
        return elements
    }
}
