using System.Text;
using IamCore.Tests.Isolation;

namespace IamCore.Scenarios.Tests;

/// <summary>Memory is that of the whole process, so it is measured alone.</summary>
[Collection(nameof(Alone))]
public sealed class MemoryTests
{
    /// <summary>What stays in memory after 200 lines is what stays after 20,000.</summary>
    [Fact]
    public void Memory_does_not_grow_with_the_number_of_lines()
    {
        var line = Encoding.UTF8.GetBytes(Samples.Line("a") + "\n");
        using var stream = new RepeatedInput(line, 20_000L * line.Length, []);
        var (count, before, after) = (0, 0L, 0L);
        foreach (var scenario in ScenarioFile.Read(stream))
        {
            Assert.True(scenario.Run().IsAsExpected);
            count++;
            before = count == 200 ? GC.GetTotalMemory(forceFullCollection: true) : before;
            after = count == 20_000 ? GC.GetTotalMemory(forceFullCollection: true) : after;
        }

        Assert.Equal(20_000, count);
        Assert.True(after - before < 1_000_000, $"{after - before} bytes more");
    }
}
