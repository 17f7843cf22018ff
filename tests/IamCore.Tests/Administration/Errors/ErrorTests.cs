namespace IamCore.Tests.Administration.Errors;

/// <summary>
/// Each error of the specification's operations, through the trusted façade and through that of an administrator where both raise it, with all that
/// is stored equal before and after (ID-256).
/// </summary>
public sealed class ErrorTests
{
    private static readonly Dictionary<string, ErrorRow> Rows = RuleErrors.Rows.Concat(OperationErrors.Rows).ToDictionary(row => row.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_error_is_the_same_through_the_facades_and_changes_nothing(string name)
    {
        var row = Rows[name];
        var (d, facades) = await row.MakeAsync();
        foreach (var iam in facades)
        {
            var before = await d.DumpAsync();
            var error = await Assert.ThrowsAsync<IamException>(() => row.Do(iam));
            Assert.True(row.Code == error.ErrorCode, $"{error.ErrorCode}: {error.Message}");
            Assert.Equal(before, await d.DumpAsync());
        }
    }

    [Fact]
    public void Every_error_that_the_specification_names_has_a_row_or_a_reason()
    {
        var rows = Rows.Values.SelectMany(row => (IEnumerable<string>)[$"{row.RuleId} {row.Operation} {row.Code}", $"{row.RuleId} * {row.Code}"]).ToHashSet(StringComparer.Ordinal);
        var asked = SpecificationErrors.Read().Select(e => $"{e.Rule} {e.Operation} {e.Code}").ToHashSet(StringComparer.Ordinal);
        AssertNone(asked.Where(error => !rows.Contains(error) && !ErrorsElsewhere.Tests.ContainsKey(error) && !ErrorsElsewhere.None.ContainsKey(error)));
        AssertNone(ErrorsElsewhere.Tests.Keys.Concat(ErrorsElsewhere.None.Keys).Where(error => !asked.Contains(error) || rows.Contains(error)));
    }

    [Fact]
    public void Every_code_of_the_table_is_raised_by_a_row_or_tested_elsewhere() // ID-262
    {
        var raised = Rows.Values.Select(row => row.Code.ToString()).Concat(ErrorsElsewhere.Codes.Keys).Concat(ErrorsElsewhere.Unused.Keys).ToHashSet(StringComparer.Ordinal);
        AssertNone(SpecificationErrors.Codes().Where(code => !raised.Contains(code)));
        AssertNone(ErrorsElsewhere.Codes.Values.Concat(ErrorsElsewhere.Tests.Values).Where(test => !ErrorsElsewhere.IsTest(test)));
    }

    private static void AssertNone(IEnumerable<string> found) => Assert.True(!found.Any(), string.Join('\n', found.Order(StringComparer.Ordinal)));
}
