using Microsoft.Extensions.DependencyInjection;

namespace IamCore.AspNetCore.Tests.Hosting;

/// <summary>What a test adds to the registration of its host.</summary>
internal sealed class IamCoreAccess(IServiceCollection services)
{
    public void Name() => services.AddIamCore().NameResources<Authorization.ResourceTests.Record>(
        record => Authorization.ResourceTests.Loaded.Find(record.Id)!.ToIamResource());
}
