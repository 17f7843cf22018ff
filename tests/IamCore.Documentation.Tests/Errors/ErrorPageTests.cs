using IamCore.EntityFrameworkCore;
using IamCore.Federation;
using IamCore.Scenarios;
using IamCore.Testing;

namespace IamCore.Documentation.Tests.Errors;

/// <summary>Every error that IamCore can raise is explained, and nothing else is.</summary>
public sealed class ErrorPageTests
{
    /// <summary>Types of the packages whose exceptions users can meet.</summary>
    private static readonly Type[] Packages =
        [typeof(PolicyDocument), typeof(IamException), typeof(DatabaseDirectoryStore), typeof(FederationService), typeof(Scenario), typeof(FakeAuthorizer)];

    [Fact]
    public void Codes_of_operations_and_signatures_are_explained() =>
        AssertExplained("operations.md", [.. Enum.GetNames<IamErrorCode>(), .. Enum.GetNames<SignatureFaultCode>()]);

    [Fact]
    public void Codes_of_documents_requests_and_scenarios_are_explained() =>
        AssertExplained("documents.md", [.. Enum.GetNames<PolicyFaultCode>(), .. Enum.GetNames<RequestFaultCode>(), ScenarioFault.InvalidScenario]);

    [Fact]
    public void Reasons_and_exceptions_are_explained()
    {
        var exceptions = Packages.SelectMany(type => type.Assembly.GetExportedTypes()).Where(type => type.IsAssignableTo(typeof(Exception))).Select(type => type.Name);
        var headings = Headings(Site.Read("errors", "index.md")).Select(section => section.Heading);
        Assert.Equal(exceptions.Concat(Enum.GetNames<AccessReason>()).Order(StringComparer.Ordinal), headings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_status_on_the_page_is_that_of_the_code()
    {
        foreach (var (heading, text) in Headings(Site.Read("errors", "operations.md")))
        {
            if (Enum.TryParse<IamErrorCode>(heading, out var code))
            {
                Assert.Contains(FormattableString.Invariant($"HTTP status {new IamException(code, "").HttpStatusCode}."), text, StringComparison.Ordinal);
            }
        }
    }

    private static void AssertExplained(string page, IEnumerable<string> codes)
    {
        var sections = Headings(Site.Read("errors", page)).ToList();
        Assert.Equal(codes.Distinct().Order(StringComparer.OrdinalIgnoreCase), sections.Select(section => section.Heading));
        Assert.All(sections, section => Assert.Contains("**What to do:**", section.Text, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Heading, string Text)> Headings(string page) =>
        page.Split("\n### ").Skip(1).Select(section => (section[..section.IndexOf('\n', StringComparison.Ordinal)], section));
}
