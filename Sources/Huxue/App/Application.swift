import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Builds the server; the tests build the same one and talk to it without a socket.
///
/// `whenReady`: called once the server accepts connections.
func buildApplication(
    session: CommandSession, settings: Settings, features: FeatureList = Features.all,
    whenReady: @escaping @Sendable () -> Void = {}
) throws -> some ApplicationProtocol {
    let office = try makeOffice(session: session, settings: settings, features: features)
    let connections = Connections()
    let router = try buildRouter(office: office, features: features)
    var logger = Logger(label: "huxue")
    logger.logLevel = .notice
    return Application(
        router: router,
        server: .http1(
            configuration: .init(
                additionalChannelHandlers: [ConnectionHandler(connections, trustsProxy: settings.isSecure)],
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 16 * 1024, maxHeaderFieldCount: 64))),
        configuration: .init(
            address: .hostname(settings.host, port: settings.port), backlog: 1024, reuseAddress: true,
            availableConnectionsDelegate: MaximumAvailableConnections(connections.limits.all + connections.limits.spare)
        ),
        services: features.all.flatMap { [logger] in $0.services(for: office, logger: logger) },
        onServerRunning: { _ in whenReady() },
        logger: logger)
}

/// Lets every feature rebuild its derived data, and makes the `Office` that routes work with.
func makeOffice(
    session: CommandSession, settings: Settings, features: FeatureList = Features.all,
    files: WorkPool = WorkPool(width: 2, waitingLimit: 50)
) throws -> Office {
    for feature in features.all { try feature.catchUp(session.database) }
    let facts = try session.database.readAndWait { try OfficeStore.facts(in: $0) }
    let resources = try session.resources()
    let watch = try ChangeWatch(path: session.database.folder.databasePath)
    return Office(
        name: facts?.name ?? "", isDemo: facts?.isDemo ?? false, house: features.house, database: session.database,
        clock: session.clock,
        watch: watch,
        sessions: SessionCache(database: session.database, watch: watch),
        assets: try Assets(resources: resources),
        resources: resources, settings: settings,
        hashing: WorkPool(width: 2, waitingLimit: 300, yields: true, newestFirst: true),
        files: files)
}
