using Npgsql;

namespace IamCore.EntityFrameworkCore.Tests.Databases;

/// <summary>Schemas of the PostgreSQL server that <see cref="Variable"/> names.</summary>
public sealed class PostgreSqlDatabase : TestDatabase
{
    /// <summary>Environment variable with the connection string of a server on which schemas can be made.</summary>
    public const string Variable = "IAMCORE_TEST_POSTGRESQL";

    private readonly List<string> _schemas = [];

    /// <summary>Skips the test if there is no server.</summary>
    public PostgreSqlDatabase() => SkipWithoutServer();

    /// <summary>The server; null where there is none.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    public override string NewPlace()
    {
        var schema = $"t{Guid.NewGuid():N}";
        Execute($"CREATE SCHEMA {schema}");
        lock (_schemas)
        {
            _schemas.Add(schema);
        }

        return new NpgsqlConnectionStringBuilder(Server)
        {
            SearchPath = schema, ApplicationName = schema, MaxPoolSize = 20, Timeout = 120, ConnectionIdleLifetime = 2, ConnectionPruningInterval = 1,
        }.ToString();
    }

    /// <summary>Skips the test that calls it if there is no server.</summary>
    public static void SkipWithoutServer() => Assert.SkipWhen(Server is null, $"PostgreSQL is skipped: {Variable} names no server");

    /// <summary>Runs a statement on the server, as its administrator.</summary>
    public static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
#pragma warning disable CA2100 // tests' own constants
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    protected override DatabaseDirectoryStore OpenCore(string place, DatabaseStoreOptions options) => DatabaseDirectoryStore.OpenPostgreSql(place, options);

    protected override void Dispose(bool isDisposing)
    {
        base.Dispose(isDisposing);
        foreach (var schema in _schemas)
        {
            Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '{schema}'; DROP SCHEMA IF EXISTS {schema} CASCADE");
        }
    }
}
