using IamCore.Administration.Credentials;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;

namespace Sessions;

/// <summary>A password, then a code; and an action that asks for the code to be fresh.</summary>
internal static class MfaSignIn
{
    private const string Policy =
        """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Action":"docs:Read","Resource":"*"},
          {"Effect":"Allow","Action":"docs:Delete","Resource":"*","Condition":{"NumericLessThan":{"aws:MultiFactorAuthAge":"300"}}}]}
        """;

    public static async Task RunAsync(Company company)
    {
        Console.WriteLine("Sign-in with MFA, and an action that asks for a fresh code");
        var people = company.PeopleAccount;
        await people.ExecuteAsync(new CreateUser("maria"));
        await people.ExecuteAsync(new PutUserPolicy("maria", "editor", Policy));
        var password = (await people.ExecuteAsync(new CreateLoginProfile("maria"))).GeneratedPassword!;

        var document = $"arn:aws:docs::{company.People}:document/42";
        var withoutDevice = await company.SignIn.SignInAsync(company.People.ToString(), "maria", password);
        await company.AskAsync("maria, password alone", withoutDevice.Session!, "docs:Delete", document);

        #region enable
        var device = await people.ExecuteAsync(new CreateVirtualMFADevice("maria-phone"));
        var phone = new Phone(device.Base32StringSeed, company.Clock); // a host shows device.ProvisioningUri as a QR picture
        await people.ExecuteAsync(new EnableMFADevice("maria", device.SerialNumber, phone.Code(-1), phone.Code()));
        #endregion

        company.Clock.Advance(TimeSpan.FromSeconds(30)); // each code works once
        #region sign-in
        var asked = await company.SignIn.SignInAsync(company.People.ToString(), "maria", password);
        Console.WriteLine($"  the password now gives            {asked.Status}");
        var signedIn = (await company.SignIn.SubmitCodeAsync(asked.Handle!, device.SerialNumber, phone.Code())).Session!;
        #endregion
        await company.AskAsync("maria, code just shown", signedIn, "docs:Delete", document);
        company.Clock.Advance(TimeSpan.FromMinutes(6));
        await company.AskAsync("maria, six minutes later", signedIn, "docs:Delete", document);
        await company.AskAsync("maria, six minutes later", signedIn, "docs:Read", document);
    }
}
