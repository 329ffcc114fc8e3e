import Testing

@testable import Huxue

struct PasswordHashTests {
    /// Vectors of the reference implementation (phc-winner-argon2, src/test.c).
    @Test(arguments: [
        ("password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"),
        ("password", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"),
        ("differentpassword", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94"),
    ])
    func `a known hash is recognised`(password: String, hash: String) {
        #expect(PasswordHash.matches(password, hash))
        #expect(!PasswordHash.matches(password + " ", hash))
    }

    @Test func `a known hash is made`() throws {
        let parameters = PasswordHash.Parameters(memory: 256, passes: 2, lanes: 1)
        #expect(
            try PasswordHash.make("password", salt: Array("somesalt".utf8), parameters: parameters)
                == "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")
    }

    @Test func `today's hash keeps its cost in itself`() throws {
        var generator = SystemRandomNumberGenerator()
        let hash = try PasswordHash.make("戶政𠮷", using: &generator)
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(PasswordHash.matches("戶政𠮷", hash))
        #expect(!PasswordHash.matches("戶政吉", hash))
        #expect(!PasswordHash.needsRehash(hash))
        #expect(try PasswordHash.make("戶政𠮷", using: &generator) != hash)
    }

    @Test func `composed and decomposed characters are the same password`() throws {
        var generator = SystemRandomNumberGenerator()
        let hash = try PasswordHash.make("cafe\u{301}", parameters: SampleStaff.parameters, using: &generator)
        #expect(PasswordHash.matches("caf\u{E9}", hash))
    }

    @Test(arguments: [
        ("m=19455,t=2,p=1", true), ("m=19456,t=1,p=1", true), ("m=19456,t=2,p=1", false), ("m=65536,t=3,p=4", false),
    ])
    func `a weaker hash is made anew`(parameters: String, expected: Bool) {
        #expect(PasswordHash.needsRehash("$argon2id$v=19$\(parameters)$c29tZXNhbHQ$AAAA") == expected)
    }

    @Test(arguments: [
        "", "$", "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$AAAA", "$argon2id$v=19$m=4294967295,t=2,p=1$c29tZXNhbHQ$AAAA",
        "$argon2id$v=19$m=99999999999,t=2,p=1$c29tZXNhbHQ$AAAA", "$argon2id$v=19$m=256,t=2$c29tZXNhbHQ$AAAA",
        "$argon2id$v=19$m=256,t=2,p=1$!!!$???",
    ])
    func `what is no hash matches nothing`(hash: String) {
        #expect(!PasswordHash.matches("password", hash))
    }
}

struct PasswordRulesTests {
    private static let owner = PasswordRules.Owner(login: "meiling", name: "黃美玲", officeName: "南華區戶政事務所")
    private static let common = CommonPasswords(text: "# words\npassword\n我的密碼\nqwertyuiopasdfgh\n")

    private func refusal(_ password: String, minimum: Int = 15) -> PasswordRefusal? {
        do {
            try PasswordRules.check(password, minimum: minimum, owner: Self.owner, common: Self.common)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "夜裡的戶政所有一盞不肯熄的燈啊", "plum rain over tin roofs", "4817 2093 5561 0", "𠮷㐂𡘙大雨下在南寮漁港的清晨五點",
    ])
    func `a long password of any script is taken`(password: String) {
        #expect(refusal(password) == nil)
    }

    @Test(arguments: [
        ("夜裡的戶政所有一盞不肯熄的燈", PasswordRefusal.tooShort(count: 14, minimum: 15)),
        ("", .tooShort(count: 0, minimum: 15)),
        (String(repeating: "夜燈", count: 7) + "x", .tooShort(count: 15, minimum: 16)),
    ])
    func `characters are counted, not bytes`(password: String, expected: PasswordRefusal) {
        #expect(refusal(password, minimum: expected == .tooShort(count: 15, minimum: 16) ? 16 : 15) == expected)
    }

    @Test func `an accent counts as one character however it is written`() {
        let decomposed = String(repeating: "e\u{301}a", count: 7) + "x"
        #expect(refusal(decomposed, minimum: 16) == .tooShort(count: 15, minimum: 16))
    }

    @Test func `twelve characters do where the office says so`() {
        #expect(refusal("夜裡有一盞不肯熄的燈啊嗎", minimum: 12) == nil)
    }

    @Test func `a password ends at a thousand bytes`() {
        var generator = SeededBytes(state: 7)
        let letters = Array("abcdefghjkmnpqrstuvwxyz")
        let long = String((0..<1001).map { _ in letters[Int(generator.next() % 23)] })
        #expect(refusal(String(long.dropLast())) == nil)
        #expect(refusal(long) == .tooLong)
    }

    @Test(arguments: [
        "aaaaaaaaaaaaaaaa", "abcabcabcabcabca", "我的我的我的我的我的我的我的我的", "12345678123456781",
    ])
    func `repetition makes no long password`(password: String) {
        #expect(refusal(password) == .repetition)
    }

    @Test(arguments: [
        "Password1234567", "PASSWORD!!!!!!!!2026", "ｐａｓｓｗｏｒｄ２０２６１１２１", "我的密碼123456789012", "QWERTY uiop asdf gh",
    ])
    func `a common password is refused whatever its case, width and tail`(password: String) {
        #expect(refusal(password) == .common)
    }

    @Test(arguments: ["meiling19900101", "南華區戶政事務所meiling", "黃美玲meiling20261", "MEILING黃美玲meiling!"])
    func `the owner's own words are not enough`(password: String) {
        #expect(refusal(password) == .ownWords)
    }

    @Test func `the shipped list is long and knows what people type`() throws {
        let list = try CommonPasswords(resources: SampleStaff.resources)
        #expect(list.count >= 3000)
        for password in [
            "ji32k7au4a83", "correct horse battery staple", "戶政事務所20261121", "1qaz2wsx3edc4rfv", "qwertyuiopasdfghjkl",
            "Admin1234567890", "woaitaiwan12345", "床前明月光疑是地上霜",
        ] { #expect(list.contains(password)) }
        #expect(!list.contains(SampleStaff.password))
    }
}

struct IssuedPasswordTests {
    @Test func `an issued password is long, readable and never the same`() {
        var generator = SystemRandomNumberGenerator()
        let passwords = (0..<1000).map { _ in IssuedPassword.make(using: &generator) }
        #expect(Set(passwords).count == 1000)
        for password in passwords {
            #expect(password.count == 20)
            #expect(password.allSatisfy { "abcdefghjkmnpqrstuvwxyz23456789-".contains($0) })
        }
    }
}
