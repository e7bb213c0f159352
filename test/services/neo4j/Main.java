import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** A Neo4j with a folder of its own, on a Bolt port, until it is told to stop. For tests only. */
public class Main {
    public static void main(String[] words) throws Exception {
        var port = Integer.parseInt(words[0]);
        var service = new DatabaseManagementServiceBuilder(Path.of(words[1]))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
                .setConfig(GraphDatabaseSettings.auth_enabled, false)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        System.out.println("READY bolt://127.0.0.1:" + port);
        Thread.currentThread().join();
    }
}
