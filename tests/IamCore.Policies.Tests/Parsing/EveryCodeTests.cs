using System.Reflection;

namespace IamCore.Policies.Tests.Parsing;

public sealed class EveryCodeTests
{
    [Fact] // PL-200; PolicyTooLarge, which reading never raises, is in PolicySizeTests
    public void Every_code_is_expected_by_a_row()
    {
        var expected = new[] { typeof(FaultTableTests), typeof(FaultOrderTests), typeof(FormTests) }
            .SelectMany(t => t.GetMethods())
            .SelectMany(m => m.GetCustomAttributes<InlineDataAttribute>().Select(a => a.Data))
            .SelectMany(row => row.OfType<string>().Select(text => text.Split(' ')[0]))
            .ToHashSet();
        var raised = Enum.GetNames<PolicyFaultCode>().Except(["InvalidJson", "NestingTooDeep", "DocumentTooLarge", "PolicyTooLarge"]);
        Assert.Empty(raised.Except(expected));
    }
}
