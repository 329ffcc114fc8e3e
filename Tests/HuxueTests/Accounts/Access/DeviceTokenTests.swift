import Foundation
import Testing

@testable import Huxue

struct DeviceTokenTests {
    private let folder: DataFolder
    private let key: DeviceKey

    init() throws {
        folder = DataFolder(path: NSTemporaryDirectory() + "huxue-key-\(UUID().uuidString)")
        try folder.create()
        key = try DeviceKey(folder: folder)
    }

    private func token(_ logins: String...) -> DeviceToken {
        var generator = SystemRandomNumberGenerator()
        var token: DeviceToken?
        for login in logins { token = key.token(for: login, after: token, using: &generator) }
        return token ?? DeviceToken(mark: "", codes: [])
    }

    @Test func `a browser is known to those who signed in there, and to nobody else`() throws {
        let shared = token("meiling", "yating")
        let read = try #require(DeviceToken(shared.text))
        #expect(read == shared)
        #expect(key.mark(of: read, for: "meiling") == shared.mark)
        #expect(key.mark(of: read, for: "yating") == shared.mark)
        #expect(key.mark(of: read, for: "shufen") == nil)
        #expect(key.mark(of: nil, for: "meiling") == nil)
        #expect(key.mark(of: token("meiling"), for: "meiling") != shared.mark)
        #expect(!shared.text.contains("meiling"))
    }

    @Test func `whoever signs in again takes no second place, and the ninth pushes the first out`() {
        #expect(token("a", "b", "a").codes.count == 2)
        let nine = token("a", "b", "c", "d", "e", "f", "g", "h", "i")
        #expect(nine.codes.count == DeviceToken.codeLimit)
        #expect(key.mark(of: nine, for: "a") == nil)
        #expect(key.mark(of: nine, for: "b") != nil)
        #expect(DeviceToken(nine.text) == nine)
    }

    @Test func `no letter of it may be another`() throws {
        let good = token("meiling")
        // The last letter of 32 bytes carries two bits only: some others read the same.
        for place in good.text.indices
        where good.text[place] != "." && good.text.index(after: place) < good.text.endIndex {
            var forged = good.text
            forged.replaceSubrange(place...place, with: forged[place] == "A" ? "B" : "A")
            guard let read = DeviceToken(forged), read != good else { continue }
            #expect(key.mark(of: read, for: "meiling") == nil, "\(forged)")
        }
    }

    @Test(arguments: ["", ".", "a.b", "x", String(repeating: "A", count: 43), String(repeating: ".", count: 9)])
    func `nonsense is no token`(text: String) {
        #expect(DeviceToken(text) == nil)
    }

    @Test func `the key outlives the server, is its owner's alone, and differs from office to office`() throws {
        let known = token("meiling")
        #expect(try DeviceKey(folder: folder).mark(of: known, for: "meiling") == known.mark)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.deviceKeyPath)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try FileManager.default.removeItem(atPath: folder.deviceKeyPath)
        #expect(try DeviceKey(folder: folder).mark(of: known, for: "meiling") == nil)
        try FileManager.default.removeItem(atPath: folder.path)
    }
}
