using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("IamCore.EntityFrameworkCore.Tests.Databases.SkippingTestFramework", "IamCore.EntityFrameworkCore.Tests")]

namespace IamCore.EntityFrameworkCore.Tests.Databases;

/// <summary>Every test of the class, inherited ones too, is skipped where there is no server.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresPostgreSqlAttribute : Attribute;

/// <summary>xunit, with tests that are skipped by what the machine has.</summary>
public sealed class SkippingTestFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) =>
        new Discoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Discoverer(IAssemblyInfo assembly, ISourceInformationProvider source, IMessageSink messages)
        : XunitTestFrameworkDiscoverer(assembly, source, messages)
    {
        protected override bool FindTestsForMethod(
            ITestMethod testMethod, bool includeSourceInformation, IMessageBus messageBus, ITestFrameworkDiscoveryOptions discoveryOptions)
        {
            var isSkipped = PostgreSqlDatabase.Server is null
                && testMethod.TestClass.Class.GetCustomAttributes(typeof(RequiresPostgreSqlAttribute)).Any()
                && testMethod.Method.GetCustomAttributes(typeof(FactAttribute)).Any();
#pragma warning disable CA2000 // reported, and disposed of by xunit
            return isSkipped
                ? ReportDiscoveredTestCase(new SkippedTestCase(DiagnosticMessageSink, testMethod), includeSourceInformation, messageBus)
                : base.FindTestsForMethod(testMethod, includeSourceInformation, messageBus, discoveryOptions);
#pragma warning restore CA2000
        }
    }
}

/// <summary>A test that is not run for want of a server.</summary>
public sealed class SkippedTestCase : XunitTestCase
{
    /// <summary>For deserialization.</summary>
    [Obsolete("For deserialization")]
    public SkippedTestCase()
    {
    }

    public SkippedTestCase(IMessageSink messages, ITestMethod method)
        : base(messages, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, method)
    {
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute) => $"PostgreSQL is skipped: {PostgreSqlDatabase.Variable} names no server";
}
