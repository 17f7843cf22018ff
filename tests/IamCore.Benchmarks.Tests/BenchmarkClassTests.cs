using System.Reflection;
using BenchmarkDotNet.Attributes;
using IamCore.Benchmarks.Classes;

namespace IamCore.Benchmarks.Tests;

/// <summary>Each benchmark runs once with each of its parameters, so that none rots between two reports.</summary>
public sealed class BenchmarkClassTests
{
    [Theory]
    [MemberData(nameof(Classes))]
    public void Every_benchmark_of_a_class_runs(Type type)
    {
        var parameter = type.GetProperties().SingleOrDefault(property => property.GetCustomAttribute<ParamsAttribute>() is not null);
        var values = parameter?.GetCustomAttribute<ParamsAttribute>()!.Values ?? [null];
        var runs = 0;
        foreach (var value in values)
        {
            var instance = Activator.CreateInstance(type)!;
            parameter?.SetValue(instance, value);
            type.GetMethods().Single(method => method.GetCustomAttribute<GlobalSetupAttribute>() is not null).Invoke(instance, null);
            foreach (var benchmark in type.GetMethods().Where(method => method.GetCustomAttribute<BenchmarkAttribute>() is not null))
            {
                Assert.NotNull(benchmark.Invoke(instance, null));
                runs++;
            }
        }

        Assert.True(runs > 0);
    }

    public static TheoryData<Type> Classes() =>
        new(typeof(DecideBenchmarks).Assembly.GetTypes().Where(type => type.GetMethods().Any(method => method.GetCustomAttribute<BenchmarkAttribute>() is not null)));
}
