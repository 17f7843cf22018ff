using IamCore.Benchmarks.Workloads.Generation;

namespace IamCore.Benchmarks.Tests;

public sealed class WorkloadGeneratorTests
{
    [Theory]
    [InlineData(20260101)]
    [InlineData(7)]
    public void Makes_the_files_of_the_first_generator_byte_for_byte(long seed)
    {
        Assert.Equal(23, GeneratedFileHashes.Known.Count(known => known.Seed == seed));
        Assert.Empty(GeneratedFileHashes.Differences(seed));
    }

    [Fact]
    public void A_difference_is_told_by_name()
    {
        // No hash is known for this seed, so every file differs.
        Assert.Contains("w2.requests.jsonl", GeneratedFileHashes.Differences(8));
    }
}
