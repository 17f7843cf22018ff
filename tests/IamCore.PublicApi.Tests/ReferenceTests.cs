using System.Reflection;

namespace IamCore.PublicApi.Tests;

/// <summary>What may refer to what, as <c>src/README.md</c> draws it.</summary>
public sealed class ReferenceTests
{
    /// <summary>Projects that each may refer to, directly; a project that is not listed fails the first test.</summary>
    private static readonly Dictionary<string, string[]> AllowedProjects = new()
    {
        ["IamCore.Policies"] = [],
        ["IamCore"] = ["IamCore.Policies"],
        ["IamCore.Scenarios"] = ["IamCore.Policies"],
        ["IamCore.AspNetCore"] = ["IamCore"],
        ["IamCore.AspNetCore.Testing"] = ["IamCore.AspNetCore", "IamCore.Testing"],
        ["IamCore.Federation"] = ["IamCore"],
        ["IamCore.EntityFrameworkCore"] = ["IamCore"],
        ["IamCore.Testing"] = ["IamCore", "IamCore.Scenarios"],
        ["IamCore.Cli"] = ["IamCore", "IamCore.Policies", "IamCore.Scenarios", "IamCore.Testing", "IamCore.AspNetCore", "IamCore.Federation", "IamCore.EntityFrameworkCore"],
    };

    private static readonly Dictionary<string, string[]> AllowedPackages = new()
    {
        ["IamCore.Policies"] = [],
        ["IamCore"] = ["Microsoft.Extensions.DependencyInjection.Abstractions"],
        ["IamCore.Scenarios"] = [],
        ["IamCore.AspNetCore"] = [],
        ["IamCore.AspNetCore.Testing"] = ["Microsoft.AspNetCore.Mvc.Testing"],
        ["IamCore.Federation"] = ["Microsoft.IdentityModel.JsonWebTokens", "System.Security.Cryptography.Xml"],
        ["IamCore.EntityFrameworkCore"] = ["Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.Extensions.Diagnostics.HealthChecks", "Npgsql", "Npgsql.EntityFrameworkCore.PostgreSQL"],
        ["IamCore.Testing"] = ["xunit.v3.assert", "xunit.v3.extensibility.core"],
        ["IamCore.Cli"] = ["System.CommandLine"],
    };

    /// <summary>Packages that see a package's internals. Each is built for the exact version; a seam that others could use is made public instead.</summary>
    private static readonly Dictionary<string, string[]> AllowedFriends = new()
    {
        ["IamCore.Policies"] = ["IamCore", "IamCore.Scenarios"],
        ["IamCore"] = ["IamCore.AspNetCore", "IamCore.Federation"],
        ["IamCore.Scenarios"] = ["IamCore.Cli"],
    };

    public static TheoryData<string> Packages() => [.. ProjectFiles.Packages()];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Projects_refer_only_to_the_projects_below_them(string package) =>
        Assert.Empty(ProjectFiles.ProjectsOf(package).Except(AllowedProjects[package]));

    [Theory]
    [MemberData(nameof(Packages))]
    public void Packages_bring_only_the_packages_allowed(string package) =>
        Assert.Empty(ProjectFiles.RuntimePackagesOf(package).Except(AllowedPackages[package]));

    [Theory]
    [MemberData(nameof(Packages))]
    public void Internals_are_seen_only_by_the_packages_allowed(string package) =>
        Assert.Equal(AllowedFriends.GetValueOrDefault(package, []), ProjectFiles.FriendsOf(package).Intersect(ProjectFiles.Packages()));

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_depends_on_the_exact_version_of_those_whose_internals_it_sees(string package) =>
        Assert.Equal(ProjectFiles.Packages().Where(p => ProjectFiles.FriendsOf(p).Contains(package)), ProjectFiles.ExactProjectsOf(package));

    [Theory]
    [InlineData("IamCore.Policies")]
    [InlineData("IamCore.Scenarios", "IamCore.Policies")]
    [InlineData("IamCore", "IamCore.Policies", "Microsoft.Extensions.DependencyInjection.Abstractions")]
    public void Assemblies_refer_to_the_framework_and_nothing_else(string package, params string[] besides)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var others = Assembly.Load(package).GetReferencedAssemblies().Select(r => r.Name!)
            .Where(name => !File.Exists(Path.Combine(framework, $"{name}.dll")));
        Assert.Empty(others.Except(besides));
    }
}
