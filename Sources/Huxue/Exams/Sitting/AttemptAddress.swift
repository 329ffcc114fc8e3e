/// The unguessable name of an attempt: 22 of 62 characters, more than 130 bits.
enum AttemptAddress {
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

    static func random(using generator: inout some RandomNumberGenerator) -> String {
        String((0..<22).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] })
    }
}
