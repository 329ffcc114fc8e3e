import HTTPTypes
import Hummingbird

/// Style sheet, scripts and seal, served at addresses that change with the content so that browsers can cache them.
struct StaticRoutes {
    let assets: Assets

    func add(to router: some RouterMethods<VisitContext>) {
        router.get("static/:hash/:name") { request, context in
            guard let hash = context.parameters.get("hash"), let name = context.parameters.get("name"),
                let file = assets.file(named: name, hash: hash)
            else { throw CommonRefusal.missing }
            var headers: HTTPFields = [
                .contentType: file.type, .cacheControl: "public, max-age=31536000, immutable", .vary: "Accept-Encoding",
            ]
            let takesGzip = request.headers[.acceptEncoding]?.contains("gzip") ?? false
            if takesGzip { headers[.contentEncoding] = "gzip" }
            return WebResponse(
                status: .ok, headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: takesGzip ? file.gzipped : file.bytes)))
        }
    }
}
