@echo off
rem Starts the parts of Heliograph, and builds first what is missing or older than its sources.
setlocal EnableExtensions DisableDelayedExpansion

set "HG_HOME=%~dp0"
if "%HG_HOME:~-1%"=="\" set "HG_HOME=%HG_HOME:~0,-1%"
set "HG_JAVA=java"
if defined JAVA_HOME set "HG_JAVA=%JAVA_HOME%\bin\java.exe"

set "HG_FLAG="
if "%~1"=="server" set "HG_MODULE=chat-server" & goto run
if "%~1"=="client" set "HG_MODULE=chat-client-swing" & goto run
if "%~1"=="terminal" set "HG_MODULE=chat-client-swing" & set "HG_FLAG=--nogui" & goto run
if "%~1"=="bench" set "HG_MODULE=chat-bench" & goto run
if "%~1"=="demo" goto demo

echo usage: heliograph COMMAND [OPTION]...
echo.
echo   demo       a relay on loopback and two people in a room
echo   server     the relay
echo   client     the desktop client
echo   terminal   the client in this terminal
echo   bench      benchmarks and load generators
if "%~1"=="help" exit /b 0
if "%~1"=="--help" exit /b 0
exit /b 2

:run
call :build %HG_MODULE% || exit /b 1
rem Everything after the command's own name, quotes and all.
for /f "tokens=1,*" %%a in ("%*") do "%HG_JAVA%" -jar "%HG_HOME%\%HG_MODULE%\target\%HG_MODULE%.jar" %HG_FLAG% %%b
exit /b %ERRORLEVEL%

rem Builds the module when its jar is missing or older than a source.
:build
set "HG_JAR=%HG_HOME%\%1\target\%1.jar"
if not exist "%HG_JAR%" goto package
powershell -NoProfile -Command "$j=(Get-Item -LiteralPath $env:HG_JAR).LastWriteTimeUtc; $s=Get-ChildItem -LiteralPath $env:HG_HOME -Directory -Filter 'chat-*' | ForEach-Object { Get-ChildItem -LiteralPath (Join-Path $_.FullName 'src\main') -Recurse -File -ErrorAction SilentlyContinue; Get-Item (Join-Path $_.FullName 'pom.xml') }; $s += Get-Item (Join-Path $env:HG_HOME 'pom.xml'); if ($s | Where-Object { $_.LastWriteTimeUtc -gt $j }) { exit 1 }"
if not errorlevel 1 exit /b 0
:package
echo heliograph: building, once>&2
call "%HG_HOME%\mvnw.cmd" -f "%HG_HOME%\pom.xml" -q -B --no-transfer-progress -DskipTests -Dspotless.check.skip -Dcheckstyle.skip -pl %1 -am package <nul
if errorlevel 1 (
    echo heliograph: the build failed>&2
    exit /b 1
)
exit /b 0

rem The relay in a window of its own, then two terminal clients in theirs, in one room.
:demo
call :build chat-server || exit /b 1
call :build chat-client-swing || exit /b 1
set "HG_SCRATCH=%TEMP%\heliograph-demo.%RANDOM%%RANDOM%"
mkdir "%HG_SCRATCH%\ann" "%HG_SCRATCH%\ben" || exit /b 1
start "Heliograph relay" /min cmd /c ""%HG_JAVA%" -jar "%HG_HOME%\chat-server\target\chat-server.jar" --bind 127.0.0.1 --port 0 --data "%HG_SCRATCH%\relay" >"%HG_SCRATCH%\relay.out" 2>&1"
set "HG_INVITE="
set "HG_TRIES=60"
:waitForInvite
for /f "tokens=1,2" %%a in ('findstr /b /c:"Invite heliograph://" "%HG_SCRATCH%\relay.out" 2^>nul') do set "HG_INVITE=%%b"
if defined HG_INVITE goto people
set /a HG_TRIES-=1
if %HG_TRIES% LEQ 0 (
    type "%HG_SCRATCH%\relay.out" >&2
    echo heliograph: the relay's invite did not come within 60 seconds>&2
    exit /b 1
)
ping -n 2 127.0.0.1 >nul
goto waitForInvite
:people
echo Relay: %HG_INVITE%
for %%p in (ann ben) do (
    >"%HG_SCRATCH%\%%p.password" echo %RANDOM%%RANDOM%%RANDOM%%RANDOM%
    start "Heliograph %%p" cmd /c ""%HG_JAVA%" -jar "%HG_HOME%\chat-client-swing\target\chat-client-swing.jar" --nogui "%HG_INVITE%" --user %%p --register --password-file "%HG_SCRATCH%\%%p.password" --profile "%HG_SCRATCH%\%%p" --room lobby"
)
echo Press a key when you are done: the relay stops and the demo's files go.
pause >nul
taskkill /f /fi "WINDOWTITLE eq Heliograph relay*" /t >nul 2>&1
rmdir /s /q "%HG_SCRATCH%" >nul 2>&1
exit /b 0
