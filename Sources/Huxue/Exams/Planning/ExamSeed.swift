/// The secret from which an exam's papers are drawn.
enum ExamSeed {
    /// 64 hexadecimal digits, 256 random bits.
    static func random(using generator: inout some RandomNumberGenerator) -> String {
        let digits = Array("0123456789abcdef")
        return String((0..<64).map { _ in digits[Int.random(in: 0..<16, using: &generator)] })
    }
}
