using System.Diagnostics;
using IamCore.EntityFrameworkCore.Tests.Databases;

namespace IamCore.EntityFrameworkCore.Tests.Processes;

/// <summary>This assembly as a program of its own.</summary>
internal static class ChildProcess
{
    public static Process Start(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_TieredPGO"] = "0"; // short-lived
        start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>A store on a place that a <see cref="TestDatabase"/> made.</summary>
    public static DatabaseDirectoryStore Open(string place, DatabaseStoreOptions? options = null) => place.StartsWith("Data Source", StringComparison.Ordinal)
        ? DatabaseDirectoryStore.OpenSqlite(place, options ?? TestDatabase.Patient) : DatabaseDirectoryStore.OpenPostgreSql(place, options ?? TestDatabase.Patient);
}
