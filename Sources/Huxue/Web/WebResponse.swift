import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What a route answers; `Response` is 作答, an examinee's answer.
typealias WebResponse = Hummingbird.Response

extension WebResponse {
    static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> WebResponse {
        WebResponse(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
    }

    /// A page already rendered, as UTF-8.
    static func page(_ bytes: [UInt8]) -> WebResponse {
        WebResponse(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static func json(_ value: some Encodable) throws -> WebResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(value)
        return WebResponse(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: Array(data))))
    }

    /// 303: the answer to a form that was carried out.
    ///
    /// Not called `redirect`: the framework's takes a `String`, and would take an address's description.
    static func seeOther(_ address: Address) -> WebResponse {
        .redirect(to: address.text, type: .normal)
    }

    /// A file for programs, such as a feed.
    static func file(_ bytes: [UInt8], type: String) -> WebResponse {
        WebResponse(
            status: .ok, headers: [.contentType: type, .contentSecurityPolicy: "default-src 'none'; sandbox"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A file to be saved under `name`.
    static func download(_ bytes: [UInt8], name: String, type: String) -> WebResponse {
        WebResponse(
            status: .ok,
            headers: [
                .contentType: type,
                .contentSecurityPolicy: "default-src 'none'; sandbox",
                .contentDisposition: "attachment; filename=\"file\"; filename*=UTF-8''\(Address.encoded(name))",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
